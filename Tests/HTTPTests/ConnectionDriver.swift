@testable import HTTP

/// Drives a connection without sockets: bytes in, bytes out, a clock that is set by hand.
struct ConnectionDriver {
    var connection: Connection
    var now: Moment
    /// Everything the connection has sent.
    var output: [UInt8] = []
    /// The requests that reached the handler.
    var requests: [Request] = []
    /// Bytes handed to the disk.
    var stored: [UInt8] = []
    var summaries: [RequestSummary] = []
    var isClosed = false
    var hasShutDownWrites = false
    /// Nil leaves requests unanswered until `answer` is called.
    var handler: ((Request) -> Response)?
    /// Bytes that one send takes; nil: all.
    var sendLimit: Int?
    var isSendBlocked = false
    var storesAtOnce = true

    static let start = Instant.now

    init(
        _ configuration: ServerConfiguration = ServerConfiguration(),
        bodyPolicy: BodyPolicy = .form,
        handler: ((Request) -> Response)? = { .text(.ok, $0.path) }
    ) {
        now = Moment(instant: Self.start, secondsSince1970: 784_111_777)
        let rules = ConnectionRules(configuration) { _ in bodyPolicy }
        connection = Connection(rules, remoteAddress: "192.0.2.1", at: now)
        self.handler = handler
    }

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The status codes of the answers sent so far, interim ones included.
    var statuses: [Int] {
        text.split(separator: "HTTP/1.1 ", omittingEmptySubsequences: false).dropFirst()
            .compactMap { Int($0.prefix(3)) }
    }

    mutating func receive(_ text: String) { receive(Array(text.utf8)) }

    mutating func receive(_ bytes: [UInt8]) {
        guard connection.wantsRead else { return }
        connection.input.bytes.append(contentsOf: bytes)
        connection.received(now)
        drive()
    }

    mutating func receiveEnd() {
        connection.receivedEnd()
        drive()
    }

    mutating func wait(_ duration: Duration) {
        now.instant = now.instant + duration
        perform(connection.elapsed(now))
        drive()
    }

    mutating func answer(_ response: Response) {
        connection.respond(response, now)
        drive()
    }

    mutating func drive() {
        while !isClosed {
            let action = connection.next(now)
            if case .wait = action { return }
            perform(action)
        }
    }

    mutating func perform(_ action: Connection.Action) {
        switch action {
        case .wait, .beginUpload: break
        case .send: send()
        case .handle(let request):
            requests.append(request)
            if let handler { connection.respond(handler(request), now) }
        case .store(let bytes):
            stored += bytes
            if storesAtOnce { connection.stored(bytes.count, now) }
        case .finishUpload: perform(connection.uploadFinished(.multipart(MultipartForm(parts: []))))
        case .readFile(let file, let offset, let limit):
            if let bytes = file.read(at: offset, limit: limit) {
                connection.fileRead(bytes)
            } else {
                perform(connection.aborted(now))
            }
        case .finished(let summary): summaries.append(summary)
        case .shutDownWrites: hasShutDownWrites = true
        case .close: isClosed = true
        }
    }

    private mutating func send() {
        if isSendBlocked { return connection.sendBlocked() }
        let outbound = connection.outbound
        let unsent = (outbound.head + outbound.body).dropFirst(outbound.sent)
        let taken = unsent.prefix(sendLimit ?? .max)
        output += taken
        connection.sent(taken.count, now)
    }
}
