/// A call of the system that a supervisor or its serving process cannot do without has failed.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
    /// What was asked for.
    var call: String
    /// The system's number.
    var errno: Int32

    var description: String { "\(call) failed (error \(errno))" }
}
