import Values

/// How far each device's series runs from the fleet's.
public struct PeerDistance: Sendable, Equatable {
    /// Median over the rows of the device's distance from the fleet's median, in robust standard
    /// deviations of the fleet at that row; sign kept. NaN without common rows.
    public let distance: Double
    /// Distance at the last row where both are present; NaN without any.
    public let last: Double
    /// Share of the rows farther away than the limit.
    public let shareOutside: Double
    /// Rows compared.
    public let count: Int
}

/// Compares devices with each other row by row: the fleet's median and its spread.
///
/// Finds a device that differs from its peers all the time, which its own history cannot show,
/// and forgives what all devices do together.
public struct PeerComparison: Sendable {
    /// The distance above which a row counts as outside.
    public var limit: Double

    /// A comparison with the given limit.
    public init(limit: Double = 4) { self.limit = limit }

    /// One result per device, in order.
    ///
    /// Rows with fewer than three devices are left out. The scale of a row is 1.4826 MAD of the
    /// devices, but at least a quarter of the median scale of all rows, so that rows where the
    /// devices happen to agree do not blow distances up. O(devices · rows).
    ///
    /// - Throws: `AnalysisError.ragged` when the series differ in length.
    public func fit(_ series: [[Double]]) throws -> [PeerDistance] {
        let rows = series.first?.count ?? 0
        for (index, values) in series.enumerated() where values.count != rows {
            throw AnalysisError.ragged(index: index, expected: rows, found: values.count)
        }
        let centres = (0..<rows).map { row -> RobustScale? in
            let present = series.compactMap { $0[row].isFinite ? $0[row] : nil }
            return present.count >= 3 ? RobustScale(present) : nil
        }
        let usual = Statistics.median(centres.compactMap { $0?.scale })
        return series.map { values in
            let distances = (0..<rows).compactMap { row -> Double? in
                guard let centre = centres[row], values[row].isFinite else { return nil }
                let scale = max(centre.scale, 0.25 * usual)
                let deviation = values[row] - centre.centre
                return deviation == 0 ? 0 : scale > 0 ? deviation / scale : .nan
            }
            .filter { !$0.isNaN }
            let outside = distances.count { abs($0) > limit }
            return PeerDistance(
                distance: Statistics.median(distances), last: distances.last ?? .nan,
                shareOutside: distances.isEmpty
                    ? 0 : Double(outside) / Double(distances.count),
                count: distances.count)
        }
    }
}
