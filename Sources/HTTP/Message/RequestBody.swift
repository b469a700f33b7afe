/// The content of a request.
package enum RequestBody: Sendable {
    case none
    /// A small content, held in memory: the bytes of a URL-encoded form.
    case bytes([UInt8])
    /// A form whose files are on disk as temporary files.
    case multipart(MultipartForm)
    /// A content of any type as it was sent, on disk; packed where `Content-Encoding` says so.
    case file(TemporaryFile)

    /// The fields of a form, without its files; empty without a form.
    package var formItems: QueryItems {
        switch self {
        case .none, .file: QueryItems()
        // The server has refused bytes that do not parse.
        case .bytes(let bytes): QueryItems(urlEncoded: bytes) ?? QueryItems()
        case .multipart(let form): form.textItems
        }
    }
}

/// Which content a request may carry, decided from its head.
package enum BodyPolicy: Equatable, Sendable {
    /// A URL-encoded form of at most `ServerConfiguration.smallBodyLimit` bytes.
    case form
    /// A multipart form, streamed to temporary files, or a URL-encoded one.
    case multipart
    /// Content of any type, as it is or in gzip, streamed to a temporary file as it was sent: at
    /// most `ServerConfiguration.fileBodyLimit` bytes.
    case file
    /// None: content of any type is read and dropped, and the handler, which answers with an error,
    /// sees nothing of it.
    case unwanted
}
