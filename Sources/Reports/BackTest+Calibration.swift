import Values

extension BackTest {
    /// Rows whose probabilities lie between two limits.
    public struct CalibrationBin: Sendable, Hashable, Codable {
        /// The lowest probability, and the one that all are below (or, where it is 1, at).
        public var from: Double
        /// Where the next bin begins.
        public var to: Double
        /// The number of rows.
        public var rows: Int
        /// The mean of their probabilities.
        public var predicted: Double
        /// Of these rows, those that a failure followed within the horizon.
        public var observed: Int

        /// The observed frequency: the share of the rows that a failure followed.
        public var share: Double { rows > 0 ? Double(observed) / Double(rows) : .nan }

        /// Where the frequency may lie by chance, 19 times out of 20 (Wilson 1927); nil without rows.
        public var limits: ClosedRange<Double>? {
            guard rows > 0 else { return nil }
            let (count, squared) = (Double(rows), 1.959964 * 1.959964)
            let middle = (Double(observed) + squared / 2) / (count + squared)
            let variance = share * (1 - share) / count + squared / (4 * count * count)
            let half = (squared * max(0, variance)).squareRoot() * count / (count + squared)
            return ClosedRange(from: max(0, middle - half), to: min(1, middle + half))
        }

        /// Rows whose probabilities lie between `from` and `to`, with what was observed.
        package init(from: Double, to: Double, rows: Int, predicted: Double, observed: Int) {
            self.from = from
            self.to = to
            self.rows = rows
            self.predicted = predicted
            self.observed = observed
        }

        private enum CodingKeys: String, CodingKey {
            case from, to, rows, predicted
            case observed = "happened"
        }
    }

    /// Failures are rare, so that most probabilities are small: the limits lie closer there.
    static let calibrationLimits = [0, 0.01, 0.05, 0.2, 0.5, 0.8, 1]

    /// Observed failures by predicted probability; bins without rows are left out.
    package static func calibration(_ predictions: [Double], _ truth: [Bool]) -> [CalibrationBin] {
        zip(calibrationLimits, calibrationLimits.dropFirst()).compactMap { from, to in
            let rows = predictions.indices.filter {
                predictions[$0] >= from && (predictions[$0] < to || to == 1)
            }
            guard !rows.isEmpty else { return nil }
            let sum = rows.reduce(0) { $0 + predictions[$1] }
            return CalibrationBin(
                from: from, to: to, rows: rows.count, predicted: sum / Double(rows.count),
                observed: rows.count { truth[$0] })
        }
    }

    /// How far predicted probabilities lie from observed frequencies, on average over all rows (expected
    /// calibration error: Naeini et al. 2015); nil where none are predicted.
    public var calibrationError: Double? {
        guard let calibration, rows > 0 else { return nil }
        return calibration.reduce(0) {
            $0 + Double($1.rows) / Double(rows) * abs($1.predicted - $1.share)
        }
    }

    /// All rows of one half or more likely than not, as one bin; nil where there are none.
    public var likely: CalibrationBin? {
        let bins = (calibration ?? []).filter { $0.from >= 0.5 }
        let rows = bins.reduce(0) { $0 + $1.rows }
        guard rows > 0 else { return nil }
        let sum = bins.reduce(0) { $0 + $1.predicted * Double($1.rows) }
        return CalibrationBin(
            from: 0.5, to: 1, rows: rows, predicted: sum / Double(rows),
            observed: bins.reduce(0) { $0 + $1.observed })
    }
}
