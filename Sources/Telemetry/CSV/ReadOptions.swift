/// What a person may set about reading files, with its defaults.
public struct ReadOptions: Sendable, Hashable, Codable {
    /// Zone of times that carry none, as an IANA name.
    public var timeZone: String
    /// Longest field in bytes. A quote that is not closed within it is taken for an ordinary
    /// character, and its row is refused.
    public var fieldLengthLimit: Int
    /// More columns than this are no table.
    public var maximumColumns: Int
    /// Texts that stand for "no value", compared without regard to case. The empty cell always does.
    public var missingMarkers: [String]
    /// Bytes of one chunk; chunks end at record ends, so that this is a target, not a promise.
    public var chunkSize: Int
    /// Threads that parse; `nil`: one for each core.
    public var workers: Int?

    /// Makes options.
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

    /// The usual texts for "no value".
    public static let usualMissingMarkers = [
        "NA", "N/A", "n.a.", "#N/A", "NaN", "null", "none", "nil", "-", "--", "?", ".",
    ]
}
