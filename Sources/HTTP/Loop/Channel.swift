/// One open connection: its protocol, its socket, and the work done for it elsewhere.
final class Channel {
    /// Names the connection in events and messages; never used twice.
    let token: UInt64
    let socket: Socket
    var connection: Connection
    var interest: Poller.Interest = .read
    var task: Task<Void, Never>?
    var receiver: (any ContentReceiver)?

    init(token: UInt64, socket: Socket, connection: Connection) {
        self.token = token
        self.socket = socket
        self.connection = connection
    }

    deinit { task?.cancel() }

    /// Cancels the handler's task and drops the upload with its files.
    func endRequest() {
        task?.cancel()
        task = nil
        receiver = nil
    }

    /// What the poller should watch for.
    var wantedInterest: Poller.Interest {
        var wanted: Poller.Interest = []
        if connection.wantsRead { wanted.insert(.read) }
        if connection.wantsWrite { wanted.insert(.write) }
        return wanted
    }
}
