/// The protocol of one connection, without any I/O: it is told what happened and says what to do.
///
/// Whoever drives it appends received bytes to `input.bytes`, reports events by the methods named
/// after them, and then performs what `next` asks for until it says `wait`.
struct Connection {
    /// What has to be done next.
    enum Action {
        /// Nothing, until something happens.
        case wait
        /// Send the unsent bytes of `outbound`; then `sent` or `sendBlocked`.
        case send
        /// Give the request to the handler; then `respond`, at once or later.
        case handle(Request)
        /// Make ready for a content that is streamed to disk; nothing is reported back.
        case beginUpload(ReceivedKind, directory: String)
        /// Hand bytes of the content on; then `stored`, or `uploadFailed`.
        case store([UInt8])
        /// The content is complete; then `uploadFinished`, or `uploadFailed`.
        case finishUpload
        /// Read the next portion of a file; then `fileRead`, or `aborted`.
        case readFile(FileBody, offset: Int, limit: Int)
        /// An answer was sent or given up: let go of whatever was held for the request.
        case finished(RequestSummary)
        /// Tell the peer that nothing more will be sent.
        case shutDownWrites
        /// Close the connection; nothing follows.
        case close
    }

    enum Phase {
        /// Between requests, or within a head.
        case head
        /// Within a content that is collected in `form` or dropped.
        case body(Request, BodyReader, isForm: Bool)
        /// Within a content that is streamed to disk.
        case upload(Request, BodyReader)
        /// The content is complete, but not yet on disk.
        case storing(Request)
        /// A handler is working.
        case handling
        /// An answer is being sent.
        case responding
        /// The last answer was sent; whatever still comes is dropped.
        case lingering
        case closed
    }

    /// What is remembered of a request until its answer is sent.
    struct Exchange {
        var method: Method?
        var target: String?
        var minorVersion = 1
        var keepsAlive = false
        var started: Instant
        var status: Status?
        var rejection: Rejection?
        var bytesSent = 0
    }

    /// Bytes that are received ahead while a request is handled and answered.
    static let readAheadLimit = 64 * 1024
    /// Bytes on their way to the disk from which on no more are received.
    static let storingLimit = 1 << 20

    let rules: ConnectionRules
    let remoteAddress: String
    var phase = Phase.head
    var input = ByteQueue()
    var outbound = Outbound()
    var parser: RequestParser
    var exchange: Exchange?
    /// A URL-encoded content so far; not in `phase`, so that it grows in place.
    var form: [UInt8] = []
    /// When the connection is given up if nothing happens; nil while the server itself is at work.
    var deadline: Instant?
    var headStarted = false
    /// Bytes handed to the disk and not yet stored.
    var storing = 0
    var isReadingFile = false
    var isSendBlocked = false
    /// The peer has sent its last byte; it may still wait for answers.
    var peerIsDone = false
    var isStopping = false
    var closesAfterResponse = false

    init(_ rules: ConnectionRules, remoteAddress: String, at now: Moment) {
        self.rules = rules
        self.remoteAddress = remoteAddress
        parser = RequestParser(limits: rules.configuration.parserLimits)
        deadline = now.instant + rules.configuration.headerTimeout
    }

    /// Whether received bytes are wanted. False while the disk or the client's reading of answers
    /// lags behind, which makes TCP hold the sender back.
    var wantsRead: Bool {
        if peerIsDone { return false }
        return switch phase {
        case .head, .body, .lingering: true
        case .upload: storing < Self.storingLimit
        case .storing, .handling, .responding: input.count < Self.readAheadLimit
        case .closed: false
        }
    }

    /// Whether it matters that the socket takes bytes again.
    var wantsWrite: Bool { isSendBlocked }

    /// Whether a request is being read or answered, or the connection is ending.
    var isBusy: Bool {
        if case .head = phase { return headStarted || !input.isEmpty }
        return true
    }

    /// What to do next, after any event and after every action performed.
    mutating func next(_ now: Moment) -> Action {
        while true {
            if outbound.hasUnsent, !isSendBlocked { return .send }
            do throws(Rejection) {
                if let action = try advance(now) { return action }
            } catch {
                reject(error, now)
            }
        }
    }

    /// Takes one step; nil where the phase has changed and another step may follow.
    private mutating func advance(_ now: Moment) throws(Rejection) -> Action? {
        switch phase {
        case .head: try readHead(now)
        case .body(let request, let reader, let isForm):
            try readBody(request, reader, isForm: isForm)
        case .upload(let request, let reader): try readUpload(request, reader)
        case .storing, .handling, .closed: .wait
        case .responding: continueResponse(now)
        case .lingering: linger()
        }
    }

    private mutating func linger() -> Action {
        input.removeAll()
        if !peerIsDone { return .wait }
        return close()
    }

    /// Ends the connection. The answer in progress, if any, has to be reported before.
    mutating func close() -> Action {
        phase = .closed
        deadline = nil
        return .close
    }
}

/// What all connections of a server share.
final class ConnectionRules: Sendable {
    let configuration: ServerConfiguration
    let access: AccessPolicy
    let encoder: ResponseEncoder
    let bodyPolicy: @Sendable (Request) -> BodyPolicy

    init(
        _ configuration: ServerConfiguration,
        bodyPolicy: @escaping @Sendable (Request) -> BodyPolicy = { _ in .form }
    ) {
        self.configuration = configuration
        self.bodyPolicy = bodyPolicy
        access = AccessPolicy(additionalHosts: configuration.additionalHosts)
        encoder = ResponseEncoder(configuration.securityHeaders)
    }
}
