/// A system call of the server that failed, with its `errno`.
package enum SocketError: Error, Equatable, Sendable {
    /// The address is neither numeric nor `localhost`.
    case badAddress(String)
    /// The server cannot listen there, mostly because another program does.
    case cannotListen(address: String, port: UInt16, errno: Int32)
    /// The upload folder is missing or not writable.
    case badUploadDirectory(String, errno: Int32)
    /// Any other call, by name.
    case call(String, errno: Int32)
}
