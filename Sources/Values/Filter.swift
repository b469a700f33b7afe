/// The part of a data set that a question is about.
public struct Filter: Sendable, Hashable, Codable {
    /// Inclusive start, in the axis' unit; `nil` = from the beginning.
    public var from: Double?
    /// Exclusive end, in the axis' unit; `nil` = to the end.
    public var to: Double?
    /// Devices by index in the catalog; `nil` = all, empty = none.
    public var devices: [Int]?
    /// Codes by index in the catalog; `nil` = all, empty = none.
    public var codes: [Int]?

    /// Without arguments everything passes.
    public init(
        from: Double? = nil, to: Double? = nil, devices: [Int]? = nil, codes: [Int]? = nil
    ) {
        self.from = from
        self.to = to
        self.devices = devices
        self.codes = codes
    }
}
