/// Takes in a content that is streamed to disk. It blocks while it writes: it is used on the queue
/// for files, never on the thread of the connections.
protocol ContentReceiver: Sendable {
    /// Takes the next bytes of the content. Throws what is wrong with them, or what failed in
    /// storing them.
    func receive(_ bytes: [UInt8]) throws(Rejection)

    /// What the handler is to get, once the content has ended.
    func finish() throws(Rejection) -> RequestBody
}

/// What a content streamed to disk is taken for.
enum ReceivedKind: Equatable, Sendable {
    case multipart(boundary: [UInt8])
    case file

    func receiver(directory: String) -> any ContentReceiver {
        switch self {
        case .multipart(let boundary):
            MultipartReceiver(boundary: boundary, directory: directory)
        case .file: FileReceiver(directory: directory)
        }
    }
}
