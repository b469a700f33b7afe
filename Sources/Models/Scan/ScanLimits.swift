/// What is accepted of a model's file before the runtime sees it; what exceeds a limit is refused.
public struct ScanLimits: Sendable, Hashable {
    /// The most bytes of the file.
    public var bytes = 256 << 20

    /// The newest version of the file format.
    public var irVersion: Int64 = 13

    /// The most nodes, those of inner graphs included.
    public var nodes = 20_000

    /// The deepest nesting of messages; the runtime's reader stops at the same number.
    public var depth = 100

    /// All limits at their defaults.
    public init() {}
}
