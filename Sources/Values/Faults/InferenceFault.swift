/// What went wrong in the process that loads and runs models.
public struct InferenceFault: Sendable, Hashable {
    /// What the process was to do: be started, open the library, load a model, or run it.
    public enum Stage: UInt8, Sendable, Hashable {
        case start
        case open
        case load
        case run
    }

    /// How it failed.
    public enum Cause: Sendable, Hashable {
        /// The runtime refused or failed, in its own words; `code` differs between its versions.
        case message(String, code: Int32)

        /// It did not end within the limit, of wall-clock time or of processor time, and was ended.
        case timedOut(limit: Duration)

        /// It needed more memory than it may have; the runtime's or its own last words on it.
        case outOfMemory(String)

        /// The model gave a value that is not read here, or more than is accepted.
        case unreadable(String)

        /// It died by this signal.
        case signal(Int32)

        /// It exited with this status.
        case exited(Int32)

        /// It answered with bytes that are no answer.
        case malformedAnswer

        /// It could not be started, or the connection to it failed.
        case system(errno: Int32)
    }

    /// What the process was to do.
    public let stage: Stage

    /// How it failed at that.
    public let cause: Cause

    /// The last 4 KiB that it wrote to its standard error, repaired to UTF-8; often empty.
    public let log: String

    /// A fault of the child process; `log` is the end of its standard error.
    public init(stage: Stage, cause: Cause, log: String = "") {
        self.stage = stage
        self.cause = cause
        self.log = log
    }
}
