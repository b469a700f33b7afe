/// What a handler gives: the answer itself, or work that leads to it.
package enum Reply: Sendable {
    /// The answer. It was made on the thread that serves all connections: right for cached pages
    /// and lookups, wrong for whatever takes longer than a millisecond.
    case now(Response)
    /// The answer is made in a task of its own, which is cancelled when the connection is lost.
    case later(@Sendable () async -> Response)
}

/// Answers requests; the seam between the server and what it serves.
package protocol RequestHandler: Sendable {
    /// Which content the request may carry. Asked once the head is read: `body` is still empty.
    func bodyPolicy(for request: Request) -> BodyPolicy

    /// The answer to a complete request.
    func reply(to request: Request) -> Reply
}

extension RequestHandler {
    /// URL-encoded forms only.
    package func bodyPolicy(for request: Request) -> BodyPolicy { .form }
}
