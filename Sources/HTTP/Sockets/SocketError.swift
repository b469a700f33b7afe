/// A system call of the server that failed.
package enum SocketError: Error, Equatable, Sendable {
    /// The address is neither numeric nor `localhost`.
    case badAddress(String)
    /// The address and port cannot be listened on, mostly because another program does.
    case cannotListen(address: String, port: UInt16, errno: Int32)
    /// The folder for uploads is not there or cannot be written.
    case badUploadDirectory(String, errno: Int32)
    /// Any other call, by its name.
    case call(String, errno: Int32)
}
