internal import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A listening socket.
struct Listener: Sendable {
    enum Accepted {
        case connection(Socket, peer: String)
        case wouldBlock
        /// The system or the process has no descriptors or memory left.
        case exhausted
        /// The connection was gone before it was taken.
        case lost
    }

    let socket: Socket
    let address: String
    let port: UInt16

    init(address: String, port: UInt16, backlog: Int) throws(SocketError) {
        let descriptor = unsafe csystem_socket_listen(
            address, port, Int32(truncatingIfNeeded: backlog))
        if descriptor == -EINVAL { throw .badAddress(address) }
        guard descriptor >= 0 else {
            throw .cannotListen(address: address, port: port, errno: -descriptor)
        }
        socket = Socket(owning: descriptor)
        self.address = address
        self.port = UInt16(truncatingIfNeeded: csystem_socket_local_port(descriptor))
    }

    /// Takes over a listening socket that another process opened.
    init(inherited descriptor: Int32) throws(SocketError) {
        let (address, port) = unsafe Self.withAddressText { text in
            unsafe csystem_socket_adopt_listener(descriptor, text)
        }
        guard port >= 0 else { throw .call("inherited listener", errno: -port) }
        socket = Socket(owning: descriptor)
        self.address = address
        self.port = UInt16(truncatingIfNeeded: port)
    }

    /// Runs a call that also writes an address; the address is empty where the call failed.
    private static func withAddressText(
        _ call: (UnsafeMutablePointer<CChar>) -> Int32
    ) -> (address: String, result: Int32) {
        var result: Int32 = -1
        let address = unsafe String(unsafeUninitializedCapacity: Int(CSYSTEM_SOCKET_ADDRESS_TEXT)) {
            unsafe $0.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress else { return 0 }
                result = unsafe call(start)
                return result < 0 ? 0 : unsafe strlen(start)
            }
        }
        return (address, result)
    }

    func accept() -> Accepted {
        let (peer, descriptor) = unsafe Self.withAddressText { text in
            unsafe csystem_socket_accept(socket.descriptor, text)
        }
        if descriptor >= 0 { return .connection(Socket(owning: descriptor), peer: peer) }
        switch -descriptor {
        case EAGAIN, EWOULDBLOCK: return .wouldBlock
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: return .exhausted
        default: return .lost
        }
    }

    /// The inherited listeners, if any; else new ones. For `localhost` one for each address family
    /// that the system has, on the same port.
    static func open(_ configuration: ServerConfiguration) throws(SocketError) -> [Listener] {
        var inherited: [Listener] = []
        for descriptor in configuration.inheritedListeners {
            inherited.append(try Listener(inherited: descriptor))
        }
        if !inherited.isEmpty { return inherited }
        let (port, backlog) = (configuration.port, configuration.backlog)
        guard configuration.address == "localhost" else {
            return [try Listener(address: configuration.address, port: port, backlog: backlog)]
        }
        var attempt = 0
        while true {
            let first = try Listener(address: "127.0.0.1", port: port, backlog: backlog)
            do throws(SocketError) {
                return [first, try Listener(address: "::1", port: first.port, backlog: backlog)]
            } catch {
                guard case .cannotListen(_, _, let code) = error else { throw error }
                if code == EADDRNOTAVAIL || code == EAFNOSUPPORT { return [first] }
                // A port the system chose for one family may be taken in the other: then another
                // one is tried.
                attempt += 1
                if port != 0 || code != EADDRINUSE || attempt == 16 { throw error }
            }
        }
    }
}

/// Listening sockets that one process holds open so that others, one after the other, can serve on
/// them.
///
/// While nobody serves, connections wait in the system's queue and are answered by the next server
/// that gets the descriptors as ``ServerConfiguration/inheritedListeners``. The sockets listen as
/// long as this value, a copy of it or a server that inherited them lives.
package struct ListeningSockets: Sendable {
    private let listeners: [Listener]

    /// Opens what a server of this configuration would open.
    ///
    /// - Throws: ``SocketError`` when an address cannot be listened on.
    package init(_ configuration: ServerConfiguration) throws(SocketError) {
        listeners = try Listener.open(configuration)
    }

    /// One for each address. They are close-on-exec: a program started later gets them only by
    /// being given them.
    package var descriptors: [Int32] { listeners.map(\.socket.descriptor) }

    /// Where they listen; for `localhost` both address families.
    package var addresses: [Server.BoundAddress] {
        listeners.map { Server.BoundAddress(address: $0.address, port: $0.port) }
    }
}
