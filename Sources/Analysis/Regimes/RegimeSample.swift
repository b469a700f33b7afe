/// The rows in which operating regimes are looked for: of evenly chosen devices of a fleet the
/// first ones, one after another, so that changes from row to row are seen.
public struct RegimeSample: Sendable {
    /// The devices to read, as indices in the caller's list.
    public let places: [Int]
    /// The most rows taken of one device.
    public let rowLimit: Int
    private(set) var columns: [[Double]]
    private(set) var devices: [Range<Int>] = []

    private static let limits = (rows: 100_000, devices: 200)

    /// Chooses among `count` devices.
    public init(devices count: Int, columns width: Int) {
        let step = max(1, count / Self.limits.devices)
        places = Array(stride(from: 0, to: count, by: step))
        rowLimit = Self.limits.rows / max(1, places.count)
        columns = Array(repeating: [], count: width)
    }

    /// Adds the rows of one device: as many columns as announced, aligned, NaN where missing;
    /// ignored otherwise.
    public mutating func add(_ values: [[Double]]) {
        let count = min(rowLimit, values.first?.count ?? 0)
        let start = devices.last?.upperBound ?? 0
        guard count > 0, values.count == columns.count else { return }
        for (column, own) in values.enumerated() { columns[column] += own.prefix(count) }
        devices.append(start..<start + count)
    }
}
