public import Values

/// The readings of one device in order of time, at the finest resolution that the source keeps.
///
/// Slot `s` lasts `axis.bucketWidth` from `axis.start + s · bucketWidth` on, of the catalog's axis.
/// That is the data's own sampling interval unless the rollup would exceed its memory; then several
/// readings share a slot, and its value is their mean.
public struct DeviceReadings: Sendable, Hashable {
    /// The device, by its index in the catalog.
    public var device: Int
    /// The slots with at least one row, rising.
    public var slots: [Int32]
    /// Rows in each slot, from all files.
    public var rows: [Int32]
    /// By metric of the catalog a value for each slot, NaN without a reading; an empty array for a
    /// metric without a reading in the slots.
    public var values: [[Float]]

    /// Readings by slot; all arrays that are not empty have as many entries as `slots`.
    public init(device: Int, slots: [Int32], rows: [Int32], values: [[Float]]) {
        self.device = device
        self.slots = slots
        self.rows = rows
        self.values = values
    }

    /// Whether the device has no row at all, with or without readings.
    public var isEmpty: Bool { slots.isEmpty }
}

extension TimeAxis {
    /// Where a slot begins.
    public func time(ofSlot slot: Int) -> Double { start + Double(slot) * bucketWidth }
}
