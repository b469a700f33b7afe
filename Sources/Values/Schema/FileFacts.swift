/// What the lines above a table, or its column names, say about all rows.
public struct FileFacts: Sendable, Hashable, Codable {
    /// The device that all rows belong to, from lines such as `Turbine: Northfield 1`; `nil` where
    /// none is named.
    public var device: String?
    /// The zone of times without one, as an IANA name or an offset such as `GMT-0700`; `nil` where
    /// none is named.
    public var timeZone: String?

    /// By default the file says neither.
    public init(device: String? = nil, timeZone: String? = nil) {
        self.device = device
        self.timeZone = timeZone
    }
}
