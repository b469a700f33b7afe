/// A data set in cells: device × time bucket.
///
/// For every metric a cell has count, mean, M2 (for the variance), minimum, maximum and last
/// reading; it also counts rows and rows with a label. Events are kept beside the cells with their
/// times. Copies share their storage.
public struct Rollup: Sendable {
    /// The names of what the data set holds, and its time axis.
    public let catalog: Catalog
    /// Bytes of cells and events.
    public let byteCount: Int
    let grid: BucketGrid
    /// The grid to whose left edges events were moved; `nil` while their times are exact.
    let eventGrid: BucketGrid?
    /// By device, in the catalog's order.
    let devices: [DeviceTrack]
    /// The catalog's index for each code of the builder.
    let codeIndex: [Int]

    struct DeviceTrack: Sendable {
        var cells: CellColumns
        var events: EventTrack
        var rows: Int
        /// NaN without rows, as is `lastTime`.
        var firstTime: Double
        var lastTime: Double
    }
}
