internal import Dispatch

/// Owns all sockets of a server on one thread and performs what the connections ask for.
final class EventLoop {
    /// How often deadlines are looked at.
    private static let sweepInterval = Duration.milliseconds(250)
    /// Connections beyond the limit that are answered 503; any more are closed without a word.
    private static let refusalLimit = 64

    let rules: ConnectionRules
    let handler: any RequestHandler
    let mailbox: Mailbox
    /// Reads and writes of files, which may block, happen here.
    let files = DispatchQueue(label: "HTTP files")
    var poller: Poller
    var listeners: [Listener]
    var channels: [UInt64: Channel] = [:]
    var now = Moment.now()
    private var nextToken: UInt64 = 0
    private var nextSweep = Instant.now
    private var isAccepting = true
    private var stopDeadline: Instant?
    private let scratch = ReceiveBuffer()

    init(
        _ listeners: [Listener], _ rules: ConnectionRules, _ handler: any RequestHandler,
        _ mailbox: Mailbox
    ) throws(SocketError) {
        self.listeners = listeners
        self.rules = rules
        self.handler = handler
        self.mailbox = mailbox
        poller = try Poller()
    }

    /// Serves until told to stop.
    func run() {
        ServingThread.mark(rules.configuration.isStrict)
        defer { ServingThread.mark(false) }
        watch(mailbox.descriptor)
        for listener in listeners { watch(listener.socket.descriptor) }
        while stopDeadline == nil || !channels.isEmpty {
            let count = poller.wait(milliseconds: channels.isEmpty && isAccepting ? -1 : 250)
            now.update()
            for index in 0..<count { dispatch(poller.event(index)) }
            if now.instant >= nextSweep { sweep() }
        }
    }

    /// The token of a pipe or listener is its descriptor; connections are numbered from here on,
    /// beyond all descriptors.
    private static let firstConnection: UInt64 = 1 << 32

    private func watch(_ descriptor: Int32) {
        _ = poller.add(descriptor, token: UInt64(descriptor), interest: .read)
    }

    private func dispatch(_ event: Poller.Event) {
        if let channel = channels[event.token] {
            handle(event, channel)
        } else if event.token == UInt64(mailbox.descriptor) {
            for message in mailbox.takeAll() { handle(message) }
        } else if let listener = listeners.first(where: {
            UInt64($0.socket.descriptor) == event.token
        }) {
            acceptAll(listener)
        }
    }

    private func handle(_ event: Poller.Event, _ channel: Channel) {
        if event.canWrite { channel.connection.sendUnblocked() }
        if event.canRead {
            receive(channel)
        } else if event.isHangUp {
            perform(channel.connection.aborted(now), channel)
        }
        drive(channel)
    }

    private func receive(_ channel: Channel) {
        switch channel.socket.receive(into: &channel.connection.input.bytes, by: scratch) {
        case .bytes: channel.connection.received(now)
        case .end: channel.connection.receivedEnd()
        case .wouldBlock: break
        case .failed: perform(channel.connection.aborted(now), channel)
        }
    }

    private func acceptAll(_ listener: Listener) {
        while true {
            switch listener.accept() {
            case .connection(let socket, let peer): admit(socket, peer)
            case .lost: continue
            case .wouldBlock: return
            case .exhausted: return pauseAccepting()
            }
        }
    }

    private func admit(_ socket: Socket, _ peer: String) {
        let excess = channels.count - rules.configuration.connectionLimit
        if excess >= Self.refusalLimit { return }
        nextToken += 1
        let token = Self.firstConnection + nextToken
        guard poller.add(socket.descriptor, token: token, interest: .read) else { return }
        var connection = Connection(rules, remoteAddress: peer, at: now)
        if excess >= 0 { connection.reject(.tooManyConnections, now) }
        let channel = Channel(token: token, socket: socket, connection: connection)
        channels[token] = channel
        rules.configuration.onConnectionCount(channels.count)
        if excess >= 0 { drive(channel) }
    }

    /// Out of descriptors, the poller would report the waiting connection over and over. The next
    /// sweep tries again.
    private func pauseAccepting() {
        isAccepting = false
        setAccepting([])
    }

    private func setAccepting(_ interest: Poller.Interest) {
        for listener in listeners {
            let descriptor = listener.socket.descriptor
            poller.change(descriptor, token: UInt64(descriptor), interest: interest)
        }
    }

    private func sweep() {
        nextSweep = now.instant + Self.sweepInterval
        if !isAccepting {
            isAccepting = true
            setAccepting(.read)
        }
        let isOverdue = stopDeadline.map { now.instant >= $0 } ?? false
        for channel in Array(channels.values) {
            let due = channel.connection.deadline.map { now.instant >= $0 } ?? false
            guard due || isOverdue else { continue }
            perform(
                isOverdue ? channel.connection.aborted(now) : channel.connection.elapsed(now),
                channel)
            drive(channel)
        }
    }

    /// Takes in what reached this machine before the stop, then no new requests. Connections still
    /// open at the deadline are cut off.
    func stop(deadline: Instant) {
        guard stopDeadline == nil else { return }
        stopDeadline = deadline
        for listener in listeners { acceptAll(listener) }
        listeners = []
        for channel in Array(channels.values) {
            if channel.connection.wantsRead { receive(channel) }
            channel.connection.stop()
            drive(channel)
        }
    }
}
