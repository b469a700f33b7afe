/// What a handler gives: the answer, or work that leads to it.
package enum Reply: Sendable {
    /// The answer is at hand. It was made on the thread that serves all connections: right for
    /// ready pages and lookups, wrong for whatever takes longer than a millisecond.
    case now(Response)
    /// The answer is made by a task of its own, which is cancelled when the connection is lost.
    case later(@Sendable () async -> Response)
}

/// Answers requests; the seam between the server and what it serves.
package protocol RequestHandler: Sendable {
    /// Which content the request may carry. Its `body` has not been read yet.
    func bodyPolicy(for request: Request) -> BodyPolicy

    /// The answer to a complete request.
    func reply(to request: Request) -> Reply
}

extension RequestHandler {
    /// URL-encoded forms only.
    package func bodyPolicy(for request: Request) -> BodyPolicy { .form }
}
