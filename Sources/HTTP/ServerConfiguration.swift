/// How a server listens, and its limits.
package struct ServerConfiguration: Sendable {
    /// The numeric address to listen on, or `localhost` for 127.0.0.1 and ::1 both.
    package var address = "localhost"
    /// The port; 0 lets the system choose a free one.
    package var port: UInt16 = 8080
    /// Descriptors of sockets that listen already, opened as ``ListeningSockets`` by the process
    /// that started this one. Where there are some, address, port and backlog are theirs, and the
    /// server owns them from its start on.
    package var inheritedListeners: [Int32] = []
    /// Connections the system keeps waiting while the server is busy.
    package var backlog = 511
    /// Connections served at a time. Beyond it a client is answered 503 and the connection closed.
    package var connectionLimit = 1024
    /// Host names, in lower case and without port, that requests may address besides
    /// `localhost`, `127.0.0.1` and `[::1]`. This stops pages of other sites that point their
    /// own name at this machine (DNS rebinding).
    package var additionalHosts: Set<String> = []
    /// Time for a request's head, from its first byte on; on a new connection also for that byte.
    package var headerTimeout: Duration = .seconds(10)
    /// How long a multipart content may pause, and how long any other may take in all.
    package var bodyTimeout: Duration = .seconds(30)
    /// How long a connection stays open between two requests.
    package var idleTimeout: Duration = .seconds(60)
    /// How long the client may take no bytes of an answer.
    package var writeTimeout: Duration = .seconds(30)
    /// How long a connection is read on after its last answer: closing at once could destroy that
    /// answer on its way (RFC 9112 §9.6).
    package var lingerTimeout: Duration = .seconds(2)
    /// Longest request line, in bytes.
    package var requestLineLimit = 8 * 1024
    /// Longest line of a header field, name included, in bytes.
    package var headerLineLimit = 8 * 1024
    /// Longest header section, in bytes.
    package var headerBytesLimit = 32 * 1024
    /// Most header fields.
    package var headerCountLimit = 100
    /// Most bytes of a content that is held in memory or dropped.
    package var smallBodyLimit = 1 << 20
    /// Most bytes of a multipart content.
    package var uploadLimit = 10 << 30
    /// Most bytes, as they are sent, of a content that a program sends by itself, without a form.
    package var fileBodyLimit = 32 << 20
    /// The existing folder for contents that are streamed to disk, on the volume where they are to
    /// stay, so that a rename suffices. Without it such contents are refused.
    package var uploadDirectory: String?
    package var securityHeaders = SecurityHeaders.strict
    /// Makes the answer to a request that the server refuses itself, given its target as it was sent
    /// (nil where that is not known yet); the connection is closed after it.
    package var rejectionResponse: @Sendable (Rejection, String?) -> Response = { rejection, _ in
        .text(rejection.status, rejection.description)
    }
    /// Called for every answer once it is sent or given up, on the thread that serves all
    /// connections: must return at once.
    package var onRequestFinished: @Sendable (RequestSummary) -> Void = { _ in }
    /// Called with the number of open connections whenever that changes, on the same thread and
    /// under the same condition.
    package var onConnectionCount: @Sendable (Int) -> Void = { _ in }
    /// Whether a blocking call on the thread that owns the sockets stops the program, see
    /// ``ServingThread``. For tests.
    package var isStrict = false

    package init() {}

    var parserLimits: RequestParser.Limits {
        RequestParser.Limits(
            requestLine: requestLineLimit, fieldLine: headerLineLimit,
            fieldBytes: headerBytesLimit, fieldCount: headerCountLimit)
    }
}

/// What a request log tells of one request.
package struct RequestSummary: Sendable {
    /// The method; nil when the request was refused before it was known.
    package let method: Method?
    /// The target as it was sent; nil when the request was refused before it was known.
    package let target: String?
    /// The status of the answer; nil when the client went away before there was one.
    package let status: Status?
    /// Why the server refused the request itself; nil when a handler answered.
    package let rejection: Rejection?
    /// Bytes of the answer that were handed to the system, head included.
    package let bytesSent: Int
    /// From the head's last byte, or its refusal, to the answer's last.
    package let duration: Duration
    /// The numeric address of the peer.
    package let remoteAddress: String
    /// Whether the answer was sent to its end; false where it was given up.
    package let isComplete: Bool
}
