/// A failed call of the system without which a supervisor or serving process cannot work.
struct SystemFailure: Error, Equatable, CustomStringConvertible {
    /// A short name of the call.
    var call: String
    var errno: Int32

    var description: String { "\(call) failed (error \(errno))" }
}
