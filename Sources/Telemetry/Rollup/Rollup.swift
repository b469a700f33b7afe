/// A data set in cells: device × time bucket.
///
/// Each cell holds, for every metric, count, mean, M2 (for the variance), minimum, maximum and last
/// reading, and counts rows and labelled rows; events stand beside them with their time. An
/// immutable value; copies share their storage.
public struct Rollup: Sendable {
    /// What the data set holds.
    public let catalog: Catalog
    /// Bytes that cells and events take.
    public let byteCount: Int
    let grid: BucketGrid
    /// The buckets to whose left edges events were moved; `nil` while their times are exact.
    let eventGrid: BucketGrid?
    /// The devices' own figures, in the catalog's order.
    let devices: [DeviceTrack]
    /// The catalog's code for each code of the builder.
    let codeIndex: [Int]

    /// What is kept of one device.
    struct DeviceTrack: Sendable {
        var cells: CellColumns
        var events: EventTrack
        var rows: Int
        /// NaN without rows.
        var firstTime: Double
        var lastTime: Double
    }
}
