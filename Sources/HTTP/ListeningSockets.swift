/// Sockets that connections arrive at, held open by one process so that others, one after the
/// other, can serve on them.
///
/// While nobody serves, connections wait in the system's queue and are answered by the next server
/// that is given the descriptors in ``ServerConfiguration/inheritedListeners``. The sockets listen
/// as long as this value, a copy of it or a server that inherited them lives.
package struct ListeningSockets: Sendable {
    private let listeners: [Listener]

    /// Opens what a server of this configuration would open.
    ///
    /// - Throws: ``SocketError`` when an address cannot be listened on.
    package init(_ configuration: ServerConfiguration) throws(SocketError) {
        listeners = try Listener.open(configuration)
    }

    /// The descriptors, one for each address; programs started later do not inherit them by
    /// themselves.
    package var descriptors: [Int32] { listeners.map(\.socket.descriptor) }

    /// Where they listen; both families for `localhost`.
    package var addresses: [Server.BoundAddress] {
        listeners.map { Server.BoundAddress(address: $0.address, port: $0.port) }
    }
}
