/// What the lines above a table, or the names of its columns, say about all of its rows.
public struct FileFacts: Sendable, Hashable, Codable {
    /// The device that the file is about (`Turbine: Northfield 1`, `LGR S/N: 1000001`).
    public var device: String?
    /// The zone of times that name none: an IANA name or an offset such as `GMT-0700`.
    public var timeZone: String?

    /// Facts; without any the file says nothing of the kind.
    public init(device: String? = nil, timeZone: String? = nil) {
        self.device = device
        self.timeZone = timeZone
    }
}
