/// What a person may set about loading a data set, with its defaults.
public struct LoadOptions: Sendable, Hashable, Codable {
    /// How files are read; its zone is the zone of the axis.
    public var reading: ReadOptions
    /// Somebody chose the zone; otherwise it is an assumption.
    public var isTimeZoneStated: Bool
    /// Bytes for the cells and events of the rollup; buckets are widened beyond.
    public var memory: Int
    /// Devices beyond this number are counted as one device `(other)`.
    public var deviceLimit: Int
    /// Codes beyond this number are counted under `(other)`, one for each kind.
    public var codeLimit: Int
    /// Metrics beyond this number are left out.
    public var metricLimit: Int
    /// Beyond this number events are kept by bucket, not by their exact time.
    public var exactEventLimit: Int

    /// Makes options.
    public init(
        reading: ReadOptions = ReadOptions(), isTimeZoneStated: Bool = false,
        memory: Int = 256 << 20, deviceLimit: Int = 200_000, codeLimit: Int = 1_000,
        metricLimit: Int = 1_000, exactEventLimit: Int = 5_000_000
    ) {
        self.reading = reading
        self.isTimeZoneStated = isTimeZoneStated
        self.memory = memory
        self.deviceLimit = deviceLimit
        self.codeLimit = codeLimit
        self.metricLimit = metricLimit
        self.exactEventLimit = exactEventLimit
    }
}
