/// Rows of some devices of a fleet in which operating regimes are looked for: evenly chosen devices, of
/// each the first rows one after another, so that changes from row to row are seen.
public struct RegimeSample: Sendable {
    /// The devices to be asked for their rows, as places in the list.
    public let places: [Int]
    /// Rows that are taken of a device at most.
    public let rowLimit: Int
    private(set) var columns: [[Double]]
    private(set) var devices: [Range<Int>] = []

    private static let limits = (rows: 100_000, devices: 200)

    /// Chooses among so many devices.
    public init(devices count: Int, columns width: Int) {
        let step = max(1, count / Self.limits.devices)
        places = Array(stride(from: 0, to: count, by: step))
        rowLimit = Self.limits.rows / max(1, places.count)
        columns = Array(repeating: [], count: width)
    }

    /// Adds a device by its columns, aligned, NaN where missing.
    public mutating func add(_ values: [[Double]]) {
        let count = min(rowLimit, values.first?.count ?? 0)
        let start = devices.last?.upperBound ?? 0
        guard count > 0, values.count == columns.count else { return }
        for (column, own) in values.enumerated() { columns[column] += own.prefix(count) }
        devices.append(start..<start + count)
    }
}
