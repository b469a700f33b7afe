/// How a server listens and what it puts up with.
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
    /// Connections served at a time; beyond, a client is told 503 and the connection closed.
    package var connectionLimit = 1024
    /// Host names, in lower case and without port, that requests may address besides
    /// `localhost`, `127.0.0.1` and `[::1]`. This stops pages of other sites that point their
    /// own name at this machine (DNS rebinding).
    package var additionalHosts: Set<String> = []
    /// The time for a request's head, from its first byte or from the connection's start.
    package var headerTimeout: Duration = .seconds(10)
    /// The time a content may pause, and in which a small one has to be complete.
    package var bodyTimeout: Duration = .seconds(30)
    /// The time a connection is kept open between two requests.
    package var idleTimeout: Duration = .seconds(60)
    /// The time the client may take no bytes of an answer.
    package var writeTimeout: Duration = .seconds(30)
    /// The time a refused client may go on sending before the connection is cut: closing at once
    /// would destroy the answer on its way (RFC 9112 §9.6).
    package var lingerTimeout: Duration = .seconds(2)
    /// Bytes of a request line.
    package var requestLineLimit = 8 * 1024
    /// Bytes of the line of one header field, its name with it.
    package var headerLineLimit = 8 * 1024
    /// Bytes of all header fields together.
    package var headerBytesLimit = 32 * 1024
    /// Number of header fields.
    package var headerCountLimit = 100
    /// Bytes of a content that is held in memory.
    package var smallBodyLimit = 1 << 20
    /// Bytes of a multipart content.
    package var uploadLimit = 10 << 30
    /// The existing folder for the files of multipart forms; without one such forms are refused.
    /// It must be on the volume where the files are to stay, so that a rename suffices.
    package var uploadDirectory: String?
    /// The fields added to every answer.
    package var securityHeaders = SecurityHeaders.strict
    /// The answer to a request that the server refuses itself; the connection is closed after it.
    package var rejectionResponse: @Sendable (Rejection) -> Response = {
        .text($0.status, $0.description)
    }
    /// Is told of every answer once it is sent or given up. Runs on the thread that serves all
    /// connections and must return at once.
    package var onRequestFinished: @Sendable (RequestSummary) -> Void = { _ in }
    /// Whether a call that may block stops the program on the thread that owns the sockets; see
    /// ``ServingThread``. For tests.
    package var isStrict = false

    /// The defaults.
    package init() {}

    var parserLimits: RequestParser.Limits {
        RequestParser.Limits(
            requestLine: requestLineLimit, fieldLine: headerLineLimit,
            fieldBytes: headerBytesLimit, fieldCount: headerCountLimit)
    }
}

/// One line of a request log.
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
    /// From the head's last byte to the answer's last.
    package let duration: Duration
    /// The numeric address of the peer.
    package let remoteAddress: String
    /// Whether the answer was sent to its end.
    package let isComplete: Bool
}
