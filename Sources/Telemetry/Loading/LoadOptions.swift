/// What a person may set about loading a data set.
public struct LoadOptions: Sendable, Hashable, Codable {
    /// How files are read; its zone is also that of the time axis.
    public var reading: ReadOptions
    /// Somebody chose the zone; otherwise it is an assumption, and reports say so.
    public var isTimeZoneStated: Bool
    /// Bytes for the cells and events of the rollup; beyond it buckets are widened.
    public var memory: Int
    /// Further devices are counted as one, `(other)`.
    public var deviceLimit: Int
    /// Further codes are counted under `(other)`, one per kind of event.
    public var codeLimit: Int
    /// Further metrics are left out.
    public var metricLimit: Int
    /// With more events than this they are kept by bucket, without their exact times.
    public var exactEventLimit: Int

    /// By default 256 MiB, 200,000 devices, 1,000 codes, 1,000 metrics and 5,000,000 exact events.
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
