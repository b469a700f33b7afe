/// Where readings lie within each operating regime, so that those of one can be compared with those
/// of another.
public struct RegimeLevels: Sendable, Hashable, Codable {
    /// The mean and spread of one reading within one regime.
    public struct Scale: Sendable, Hashable, Codable {
        /// The mean; 0 where the regime has no reading.
        public var mean: Double
        /// The sample standard deviation; 0 where it does not vary.
        public var deviation: Double

        /// A value in standard deviations from the mean; NaN where the reading does not vary.
        public func standardised(_ value: Double) -> Double {
            deviation > 0 ? (value - mean) / deviation : .nan
        }
    }

    /// Indices of the columns whose levels tell the regime.
    public let setPoints: [Int]
    /// Indices of all columns that are commanded, set points or not.
    public let commanded: [Int]
    /// The middle of each set point's level: `centres[regime][set point]`.
    public let centres: [[Double]]
    /// Per set point, how far a value may lie from its level.
    public let reaches: [Double]
    /// Mean and spread of every column: `scales[column][regime]`.
    public let scales: [[Scale]]
    /// The share of the rows whose regime differs from that of the row before.
    public let changeShare: Double
    /// Whether a set point has more than three different values per regime: its levels have jitter,
    /// and it could be taken for a measurement.
    public let hasJitter: Bool
    /// Indices of the measured columns more than half of whose variance lies between regimes.
    public let governed: [Int]

    /// Finds the regimes of a sample; nil where there are none.
    ///
    /// - Complexity: As of ``OperatingRegimes``.
    public init?(_ sample: RegimeSample) {
        let columns = sample.columns
        guard let found = OperatingRegimes(columns: columns, devices: sample.devices) else {
            return nil
        }
        let rows = Dictionary(grouping: found.regimes.indices) { found.regimes[$0] }
        (setPoints, commanded) = (found.setPoints, found.commanded)
        (centres, reaches) = (found.centres, found.reaches)
        scales = columns.map { column in
            found.centres.indices.map { regime in
                let own = (rows[regime] ?? []).map { column[$0] }
                let mean = Statistics.mean(own)
                let deviation = Statistics.standardDeviation(own)
                return Scale(
                    mean: mean.isFinite ? mean : 0, deviation: deviation.isFinite ? deviation : 0)
            }
        }
        let changes = sample.devices.reduce(0) { sum, rows in
            let own = found.regimes[rows]
            return sum + zip(own, own.dropFirst()).count { $0 != $1 }
        }
        changeShare = Double(changes) / Double(max(1, found.regimes.count))
        hasJitter = found.setPoints.contains { column in
            Set(columns[column].filter { !$0.isNaN }).count > 3 * found.centres.count
        }
        governed = columns.indices.filter {
            !found.commanded.contains($0)
                && OperatingRegimes.explained(columns[$0], found.regimes) > 0.5
        }
    }

    /// The regime of a row, by the values of its set points in the order of `setPoints`; nil where
    /// it is in none.
    public func regime(_ values: [Double]) -> Int? {
        centres.firstIndex { centre in
            zip(zip(values, centre), reaches).allSatisfy { abs($0.0 - $0.1) < $1 }
        }
    }

    /// A column as if all rows had been of one regime, with the mean and spread that it has on
    /// average over regimes. NaN in no regime; the mean where a regime shows no spread.
    public func levelled(_ column: Int, _ values: [Double], _ regimes: [Int?]) -> [Double] {
        let own = scales[column]
        let mean = Statistics.mean(own.map(\.mean))
        let spread = Statistics.mean(own.map(\.deviation))
        return zip(values, regimes).map { value, regime in
            guard let regime, value.isFinite else { return .nan }
            let distance = own[regime].standardised(value)
            return distance.isFinite ? mean + spread * distance : mean
        }
    }

    /// Whether the parts of decoded levels fit together and so many columns: a file may come from
    /// anywhere.
    public func isPossible(columns: Int) -> Bool {
        setPoints.count == reaches.count && scales.count == columns
            && setPoints.allSatisfy { (0..<columns).contains($0) }
            && centres.allSatisfy { $0.count == setPoints.count }
            && scales.allSatisfy { $0.count == centres.count }
    }
}
