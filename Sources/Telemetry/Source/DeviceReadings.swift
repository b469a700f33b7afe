public import Values

/// The readings of one device in their order, at the finest resolution that the source keeps.
///
/// Slot `s` is the stretch of `axis.bucketWidth` that begins at `axis.start + s · bucketWidth` of
/// the catalog's axis. Buckets are the data's own sampling interval unless the set is larger than
/// the memory that its rollup may take; then several readings fall into a slot and its value is
/// their mean.
public struct DeviceReadings: Sendable, Hashable {
    /// Index in the catalog.
    public var device: Int
    /// Slots with at least one row, rising.
    public var slots: [Int32]
    /// Rows of all files in each of them.
    public var rows: [Int32]
    /// By metric of the catalog one value for each slot, NaN without a reading; empty for a metric
    /// that the device never reports.
    public var values: [[Float]]

    /// Makes readings.
    public init(device: Int, slots: [Int32], rows: [Int32], values: [[Float]]) {
        self.device = device
        self.slots = slots
        self.rows = rows
        self.values = values
    }

    /// Whether the device has no row at all.
    public var isEmpty: Bool { slots.isEmpty }
}

extension TimeAxis {
    /// Where a slot begins.
    public func time(ofSlot slot: Int) -> Double { start + Double(slot) * bucketWidth }
}
