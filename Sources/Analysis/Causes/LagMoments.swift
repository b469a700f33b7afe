/// Covariances between the columns of a bank and with the signals, over a stretch of rows.
struct LagMoments: Sendable {
    let rowCount: Int
    /// Between columns of the bank, row after row; only the lower triangle is filled.
    let gram: [Double]
    /// By signal, the covariance with each column of the bank.
    let cross: [[Double]]
    /// By signal, its variance.
    let power: [Double]
    /// By column of the bank.
    let lagMeans: [Double]
    /// By signal.
    let means: [Double]

    private var size: Int { lagMeans.count }

    /// - Complexity: O(rows · columns²).
    init(_ bank: LagBank, _ signals: [[Double]], rows: Range<Int>) {
        let scale = 1 / Double(max(rows.count, 1))
        let lags = bank.columns
        let size = lags.count
        let mean = { (column: [Double]) in column[rows].reduce(0, +) * scale }
        let lagMeans = lags.map(mean)
        let means = signals.map(mean)
        let lines = Concurrent.map(size) { line in
            (0...line).map { other in
                Self.product(lags[line], lags[other], rows) * scale
                    - lagMeans[line] * lagMeans[other]
            }
        }
        var gram = [Double](repeating: 0, count: size * size)
        for (line, values) in lines.enumerated() {
            gram.replaceSubrange(line * size..<line * size + values.count, with: values)
        }
        rowCount = rows.count
        self.gram = gram
        self.lagMeans = lagMeans
        self.means = means
        cross = Concurrent.map(signals.count) { signal in
            lags.indices.map { lag in
                Self.product(signals[signal], lags[lag], rows) * scale
                    - means[signal] * lagMeans[lag]
            }
        }
        power = signals.indices.map { signal in
            Self.product(signals[signal], signals[signal], rows) * scale
                - means[signal] * means[signal]
        }
    }

    /// Moments of two stretches taken together. O(columns²).
    init(_ first: LagMoments, _ second: LagMoments) {
        let count = first.rowCount + second.rowCount
        let share = Double(first.rowCount) / Double(max(count, 1))
        let between = share * (1 - share)
        let size = first.size
        let lagSteps = zip(first.lagMeans, second.lagMeans).map { $0 - $1 }
        let steps = zip(first.means, second.means).map { $0 - $1 }
        let mixed = { (one: Double, other: Double) in share * one + (1 - share) * other }
        rowCount = count
        lagMeans = zip(first.lagMeans, second.lagMeans).map(mixed)
        means = zip(first.means, second.means).map(mixed)
        var gram = zip(first.gram, second.gram).map(mixed)
        for line in 0..<size {
            for other in 0...line {
                gram[line * size + other] += between * lagSteps[line] * lagSteps[other]
            }
        }
        self.gram = gram
        cross = first.cross.indices.map { signal in
            (0..<size).map { lag in
                mixed(first.cross[signal][lag], second.cross[signal][lag])
                    + between * steps[signal] * lagSteps[lag]
            }
        }
        power = first.power.indices.map { signal in
            mixed(first.power[signal], second.power[signal])
                + between * steps[signal] * steps[signal]
        }
    }

    /// The covariance of two columns of the bank.
    func gram(_ one: Int, _ other: Int) -> Double {
        one >= other ? gram[one * size + other] : gram[other * size + one]
    }

    /// Four sums side by side: a single one would wait for itself.
    private static func product(_ left: [Double], _ right: [Double], _ rows: Range<Int>) -> Double {
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        var row = rows.lowerBound
        while row + 4 <= rows.upperBound {
            a += left[row] * right[row]
            b += left[row + 1] * right[row + 1]
            c += left[row + 2] * right[row + 2]
            d += left[row + 3] * right[row + 3]
            row += 4
        }
        while row < rows.upperBound {
            a += left[row] * right[row]
            row += 1
        }
        return (a + b) + (c + d)
    }
}
