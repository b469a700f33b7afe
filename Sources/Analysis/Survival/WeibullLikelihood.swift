/// The log-likelihood of watched lives under a Weibull distribution, by the logarithms of its shape
/// and scale.
///
/// With z(t) = shape · ln(t / scale) it is Σ over failures of (ln shape + z − ln t) less Σ over all
/// lives of e^z at their exit, plus e^z at their entry.
struct WeibullLikelihood {
    /// The value with its first and second derivatives.
    struct Point {
        var value = 0.0
        var byShape = 0.0
        var byScale = 0.0
        var byShapeTwice = 0.0
        var byScaleTwice = 0.0
        var byBoth = 0.0
    }

    /// What ages are divided by, so that the sums stay within reach of a `Double`.
    let unit: Double
    let count: Double
    /// Time at risk, in `unit`s.
    let exposure: Double
    private let failures: [Double]
    private let exits: [Double]
    /// Of those that entered late; like `failures` and `exits`, logarithms of ages in `unit`s.
    private let entries: [Double]

    init(_ lifetimes: [Lifetime]) {
        let longest = lifetimes.reduce(0) { max($0, $1.exit) }
        unit = longest > 0 ? longest : 1
        let logUnit = ElementaryFunctions.logarithm(unit)
        func logs(_ ages: [Double]) -> [Double] {
            ages.map { ElementaryFunctions.logarithm($0) - logUnit }
        }
        failures = logs(lifetimes.filter(\.isFailure).map(\.exit))
        exits = logs(lifetimes.map(\.exit))
        entries = logs(lifetimes.map(\.entry).filter { $0 > 0 })
        count = Double(failures.count)
        exposure = lifetimes.reduce(0) { $0 + ($1.exit - $1.entry) } / unit
    }

    /// Value and derivatives at one pair of parameters, the scale in `unit`s. O(n).
    func point(logShape: Double, logScale: Double) -> Point {
        let shape = ElementaryFunctions.exponential(logShape)
        var point = Point()
        var (hazard, first, second) = (0.0, 0.0, 0.0)
        func add(_ logs: [Double], _ sign: Double) {
            for log in logs {
                let z = shape * (log - logScale)
                let power = sign * ElementaryFunctions.exponential(z)
                hazard += power
                first += z * power
                second += z * z * power
            }
        }
        add(exits, 1)
        add(entries, -1)
        var (sum, logs) = (0.0, 0.0)
        for log in failures {
            sum += shape * (log - logScale)
            logs += log
        }
        point.value = count * logShape + sum - logs - hazard
        point.byShape = count + sum - first
        point.byScale = shape * (hazard - count)
        point.byShapeTwice = sum - first - second
        point.byScaleTwice = -shape * shape * hazard
        point.byBoth = point.byScale + shape * first
        return point
    }
}
