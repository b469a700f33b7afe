internal import Dispatch
internal import Synchronization

/// An HTTP/1.1 server (RFC 9110, RFC 9112).
///
///     let server = Server(configuration: configuration, handler: router)
///     let addresses = try server.start()
///     Signals.onTermination { Task { await server.stop() } }
///     await server.waitUntilStopped()
///
/// One thread owns all sockets. A server is started once; until it is stopped it serves, whether
/// anyone holds it or not.
package final class Server: Sendable {
    package struct BoundAddress: Hashable, Sendable {
        package let address: String
        package let port: UInt16
    }

    private enum State {
        case new
        case running(Mailbox)
        case stopped
    }

    private let configuration: ServerConfiguration
    private let handler: any RequestHandler
    private let state = Mutex<(state: State, waiting: [CheckedContinuation<Void, Never>])>(
        (.new, []))

    package init(configuration: ServerConfiguration, handler: any RequestHandler) {
        self.configuration = configuration
        self.handler = handler
    }

    /// Opens the sockets and serves from now on; a server is started only once.
    ///
    /// Removes files that earlier processes left unfinished in the upload folder.
    /// - Returns: where it listens; for `localhost` both address families.
    /// - Throws: ``SocketError`` where it cannot listen on an address or cannot use the folder.
    package func start() throws(SocketError) -> [BoundAddress] {
        if let directory = configuration.uploadDirectory {
            try TemporaryName.checkAccess(to: directory)
            TemporaryName.removeStale(in: directory)
        }
        let listeners = try Listener.open(configuration)
        let mailbox = try Mailbox()
        let handler = handler
        let rules = ConnectionRules(configuration) { handler.bodyPolicy(for: $0) }
        // The lock is taken once, by the one thread that runs the loop.
        let loop = Mutex(try EventLoop(listeners, rules, handler, mailbox))
        let isNew = state.withLock { current in
            guard case .new = current.state else { return false }
            current.state = .running(mailbox)
            return true
        }
        precondition(isNew, "a server is started only once")
        DispatchQueue(label: "HTTP connections", qos: .userInitiated).async { [self] in
            loop.withLock { $0.run() }
            ended()
        }
        return listeners.map { BoundAddress(address: $0.address, port: $0.port) }
    }

    /// Stops: no new connections, idle ones are closed, requests in progress are answered.
    ///
    /// Returns when all is done, at the latest after `limit`: then what is left is cut off.
    package func stop(within limit: Duration = .seconds(10)) async {
        let mailbox: Mailbox? = state.withLock {
            if case .running(let mailbox) = $0.state { mailbox } else { nil }
        }
        mailbox?.post(.stop(deadline: .now + limit))
        await waitUntilStopped()
    }

    /// Returns once the server has stopped; at once where it was not started.
    package func waitUntilStopped() async {
        await withCheckedContinuation { continuation in
            let isRunning = state.withLock { current in
                guard case .running = current.state else { return false }
                current.waiting.append(continuation)
                return true
            }
            if !isRunning { continuation.resume() }
        }
    }

    private func ended() {
        let waiting = state.withLock { current in
            defer { current = (.stopped, []) }
            return current.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}
