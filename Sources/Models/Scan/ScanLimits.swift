/// What is accepted of a model's file before the runtime sees it.
public struct ScanLimits: Sendable, Hashable {
    /// The size of the file.
    public var bytes = 256 << 20

    /// The newest form of the file format.
    public var irVersion: Int64 = 13

    /// The number of operators.
    public var nodes = 20_000

    /// Messages within messages; the runtime's reader stops at the same number.
    public var depth = 100

    /// The usual limits.
    public init() {}
}
