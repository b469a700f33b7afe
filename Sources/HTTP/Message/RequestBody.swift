/// The content of a request.
package enum RequestBody: Sendable {
    /// No content.
    case none
    /// A small content, held in memory: the bytes of an URL-encoded form.
    case bytes([UInt8])
    /// A form whose files lie in temporary files.
    case multipart(MultipartForm)

    /// The fields of a form; empty without one. Files are not among them.
    package var formItems: QueryItems {
        switch self {
        case .none: QueryItems()
        // The server has refused bytes that do not parse.
        case .bytes(let bytes): QueryItems(urlEncoded: bytes) ?? QueryItems()
        case .multipart(let form): form.textItems
        }
    }
}

/// Which content a request may carry, decided from its head.
package enum BodyPolicy: Equatable, Sendable {
    /// An URL-encoded form of at most `ServerConfiguration.smallBodyLimit` bytes.
    case form
    /// A multipart form, streamed to temporary files, or an URL-encoded one.
    case multipart
    /// Nothing: a content of any type is dropped, and the handler, which answers with an error,
    /// sees none.
    case unwanted
}
