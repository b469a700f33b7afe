import Analysis
import Reports
import Values

/// How predictions of remaining life fared on held-out units: by the life that was left, how often
/// they were too long, and whether the intervals cover what they promise.
struct HeldOutLives {
    /// Classes of the life that was left.
    private static let classes = 4
    /// Parts into which the units are divided; intervals for each are made from the others.
    private static let folds = 10

    let predictions: [Double]
    let truth: [Double]
    let units: [Int]
    /// The longest life that is learned, in the axis' unit.
    let longest: Double

    /// Quantiles of the errors of some units.
    func errors(of chosen: Set<Int>) -> HeldOutErrors {
        let rows = units.indices.filter { chosen.contains(units[$0]) }
        return HeldOutErrors(
            predictions: rows.map { predictions[$0] }, truth: rows.map { truth[$0] },
            units: rows.map { units[$0] })
    }

    /// The figures; nil where nothing was held out.
    ///
    /// - Complexity: O(folds × n log n).
    var lives: BackTest.Lives? {
        let known = units.indices.filter {
            predictions[$0].isFinite && truth[$0].isFinite && truth[$0] <= longest
        }
        guard !known.isEmpty else { return nil }
        let errors = known.map { predictions[$0] - truth[$0] }
        let late = errors.filter { $0 > 0 }
        return BackTest.Lives(
            units: Set(known.map { units[$0] }).count,
            medianError: Statistics.median(errors.map(abs)),
            late: Double(late.count) / Double(errors.count),
            lateBy: late.isEmpty ? 0 : Statistics.median(late), covered: covered,
            sizes: sizes(known))
    }

    private func sizes(_ known: [Int]) -> [BackTest.Lives.Size] {
        let most = known.map { truth[$0] }.max() ?? 0
        let width = min(longest, most) / Double(Self.classes)
        guard width > 0 else { return [] }
        return (0..<Self.classes).compactMap { place in
            let (from, to) = (Double(place) * width, Double(place + 1) * width)
            let rows = known.filter {
                truth[$0] <= to && (truth[$0] > from || place == 0)
            }
            guard !rows.isEmpty else { return nil }
            let errors = rows.map { predictions[$0] - truth[$0] }
            let squares = errors.reduce(0) { $0 + $1 * $1 }
            return BackTest.Lives.Size(
                from: from, to: to, rows: rows.count,
                rmse: (squares / Double(rows.count)).squareRoot(),
                late: Double(errors.count { $0 > 0 }) / Double(rows.count))
        }
    }

    /// The share of the rows whose life ended within the interval, each unit judged by errors of
    /// other units; nil where no intervals can be made.
    private var covered: Double? {
        let all = Set(units).sorted()
        let folds = min(Self.folds, all.count)
        guard folds > 1 else { return nil }
        var (held, count) = (0, 0)
        for fold in 0..<folds {
            let own = Set(all.indices.filter { $0 % folds == fold }.map { all[$0] })
            var test = BackTest(rows: 0)
            test.errors = errors(of: Set(all).subtracting(own)).quantiles
            for row in units.indices where own.contains(units[row]) && truth[row].isFinite {
                guard let interval = test.interval(around: predictions[row]) else { continue }
                count += 1
                held += interval.contains(truth[row]) ? 1 : 0
            }
        }
        return count > 0 ? Double(held) / Double(count) : nil
    }
}
