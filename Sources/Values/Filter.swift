/// What part of a data set a question is about.
public struct Filter: Sendable, Hashable, Codable {
    /// Inclusive lower bound; `nil` = from the beginning.
    public var from: Double?
    /// Exclusive upper bound; `nil` = to the end.
    public var to: Double?
    /// Devices by their index in the catalog; `nil` = all.
    public var devices: [Int]?
    /// Codes by their index in the catalog; `nil` = all.
    public var codes: [Int]?

    /// Makes a filter; without arguments it lets everything through.
    public init(
        from: Double? = nil, to: Double? = nil, devices: [Int]? = nil, codes: [Int]? = nil
    ) {
        self.from = from
        self.to = to
        self.devices = devices
        self.codes = codes
    }
}
