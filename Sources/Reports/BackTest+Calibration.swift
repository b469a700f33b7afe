import Values

extension BackTest {
    /// Rows whose predicted probability of a failure lies between two limits.
    public struct CalibrationBin: Sendable, Hashable, Codable {
        /// The lowest probability of the bin, inclusive.
        public var from: Double
        /// The upper limit, exclusive; 1 belongs to the last bin.
        public var to: Double
        /// Rows in the bin; at least 1 where they are counted from predictions.
        public var rows: Int
        /// Mean of the rows' predicted probabilities, 0…1.
        public var predicted: Double
        /// Of these rows, those that a failure followed within the horizon.
        public var observed: Int

        /// The observed frequency: the share of the rows that a failure followed, 0…1; NaN without
        /// rows.
        public var share: Double { rows > 0 ? Double(observed) / Double(rows) : .nan }

        /// The 95 % interval of the observed frequency (Wilson 1927); nil without rows.
        public var limits: ClosedRange<Double>? {
            guard rows > 0 else { return nil }
            let (count, squared) = (Double(rows), 1.959964 * 1.959964)
            let middle = (Double(observed) + squared / 2) / (count + squared)
            let variance = share * (1 - share) / count + squared / (4 * count * count)
            let half = (squared * max(0, variance)).squareRoot() * count / (count + squared)
            return ClosedRange(from: max(0, middle - half), to: min(1, middle + half))
        }

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

    /// Observed failures by predicted probability, ascending; bins without rows are left out.
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

    /// The mean distance of predicted probabilities from observed frequencies over all rows, 0…1
    /// (expected calibration error: Naeini et al. 2015); nil where no probabilities are predicted.
    public var calibrationError: Double? {
        guard let calibration, rows > 0 else { return nil }
        return calibration.reduce(0) {
            $0 + Double($1.rows) / Double(rows) * abs($1.predicted - $1.share)
        }
    }

    /// All rows with a probability of at least one half, as one bin; nil where there are none.
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
