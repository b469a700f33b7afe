internal import CSystem

/// Sends GET requests to a server on this machine, each on its own connection: for measuring it
/// from outside.
package struct LoopbackClient: Sendable {
    private let port: UInt16
    private let patience: Int32

    /// `patience`: milliseconds to wait whenever the socket is not ready.
    package init(port: UInt16, patience: Int32 = 60_000) {
        self.port = port
        self.patience = patience
    }

    /// The status and all bytes of the answer, head included; nil where it does not come in time or
    /// is no HTTP.
    ///
    /// Blocks until the server has closed the connection.
    package func get(_ target: String) -> (status: Int, bytes: [UInt8])? {
        guard let socket = Socket.connected(toLocalPort: port) else { return nil }
        let request = Array(
            "GET \(target) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8)
        guard send(request, on: socket), let answer = receive(from: socket) else { return nil }
        // The status follows `HTTP/1.1 `.
        let status = Int(String(decoding: answer.dropFirst(9).prefix(3), as: UTF8.self))
        return status.map { ($0, answer) }
    }

    private func send(_ request: [UInt8], on socket: Socket) -> Bool {
        var sent = 0
        while sent < request.count {
            switch socket.send(request, [], skipping: sent) {
            case .bytes(let count): sent += count
            case .wouldBlock:
                guard csystem_socket_wait(socket.descriptor, 1, patience) > 0 else { return false }
            case .failed: return false
            }
        }
        return true
    }

    private func receive(from socket: Socket) -> [UInt8]? {
        var answer: [UInt8] = []
        let scratch = ReceiveBuffer()
        while true {
            switch socket.receive(into: &answer, by: scratch) {
            case .bytes: break
            case .end: return answer
            case .wouldBlock:
                guard csystem_socket_wait(socket.descriptor, 0, patience) > 0 else { return nil }
            case .failed: return nil
            }
        }
    }
}
