/// What a person may set about how files are read.
public struct ReadOptions: Sendable, Hashable, Codable {
    /// Zone of times that carry none, as an IANA name.
    public var timeZone: String
    /// Longest field in bytes. A quote that is not closed within it is an ordinary character, and
    /// its row is refused.
    public var fieldLengthLimit: Int
    /// Files with more columns than this are refused as no table.
    public var maximumColumns: Int
    /// Texts that stand for a missing value, compared without case. The empty cell always does.
    public var missingMarkers: [String]
    /// Bytes of one chunk. Chunks end where records do, so this is a target.
    public var chunkSize: Int
    /// Threads that parse; `nil` means one per core.
    public var workers: Int?

    /// By default UTC, fields up to 128 KiB, 5,000 columns, chunks of 512 KiB and a thread per
    /// core.
    public init(
        timeZone: String = "UTC", fieldLengthLimit: Int = 131_072, maximumColumns: Int = 5_000,
        missingMarkers: [String] = ReadOptions.usualMissingMarkers, chunkSize: Int = 1 << 19,
        workers: Int? = nil
    ) {
        self.timeZone = timeZone
        self.fieldLengthLimit = fieldLengthLimit
        self.maximumColumns = maximumColumns
        self.missingMarkers = missingMarkers
        self.chunkSize = chunkSize
        self.workers = workers
    }

    /// The missing markers that files use most.
    public static let usualMissingMarkers = [
        "NA", "N/A", "n.a.", "#N/A", "NaN", "null", "none", "nil", "-", "--", "?", ".",
    ]
}
