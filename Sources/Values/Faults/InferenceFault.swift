/// What went wrong in the process that loads and runs models.
public struct InferenceFault: Sendable, Hashable {
    /// A step in the life of that process.
    public enum Stage: UInt8, Sendable, Hashable {
        case start
        case open
        case load
        case run
    }

    /// A way to end.
    public enum Cause: Sendable, Hashable {
        /// The runtime refused or failed, in its own words; `code` differs between its versions.
        case message(String, code: Int32)

        /// It was ended because the limit was reached: wall-clock time or processor time.
        case timedOut(limit: Duration)

        /// It needed more memory than it may have; the words, if any were left.
        case outOfMemory(String)

        /// The model gave a value that is not read here, or more than is accepted.
        case unreadable(String)

        /// It died by this signal.
        case signal(Int32)

        /// It ended itself with this status.
        case exited(Int32)

        /// It answered with bytes that are no answer.
        case malformedAnswer

        /// It could not be started, or the connection to it failed.
        case system(errno: Int32)
    }

    /// What was being done.
    public let stage: Stage

    /// How it ended.
    public let cause: Cause

    /// The last lines it wrote to its standard error, repaired to UTF-8; often empty.
    public let log: String

    /// Describes a fault.
    public init(stage: Stage, cause: Cause, log: String = "") {
        self.stage = stage
        self.cause = cause
        self.log = log
    }
}
