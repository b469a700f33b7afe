/// What happens to a request's content.
enum ContentPlan {
    /// Read and dropped: the method gives it no meaning (RFC 9110 §9.3.1), or nothing is there
    /// that would take it.
    case discard(BodyReader)
    /// A URL-encoded form, kept in memory.
    case form(BodyReader)
    /// Streamed to disk.
    case upload(BodyReader, ReceivedKind, directory: String)

    /// Decides from the head alone, before any content is asked for.
    ///
    /// Throws `unsupportedContent` for a type or `Content-Encoding` that is not taken here, and
    /// `contentTooLarge` where `Content-Length` exceeds the limit.
    init(_ head: RequestHead, _ request: Request, _ rules: ConnectionRules) throws(Rejection) {
        let limits = rules.configuration
        let policy = head.method.takesContent ? rules.bodyPolicy(request) : .unwanted
        if policy == .unwanted {
            self = .discard(try BodyReader(head.framing, limit: limits.smallBodyLimit))
            return
        }
        if policy == .file {
            self = try Self.file(head, limits)
            return
        }
        let types = head.fields.rawValues(of: "Content-Type")
        guard types.count == 1, let type = types.first.flatMap(FieldParameters.init),
            head.fields.members(of: "Content-Encoding").isEmpty
        else { throw .unsupportedContent }
        switch type.value {
        case "application/x-www-form-urlencoded":
            self = .form(try BodyReader(head.framing, limit: limits.smallBodyLimit))
        case "multipart/form-data":
            guard policy == .multipart, let folder = limits.uploadDirectory
            else { throw .unsupportedContent }
            self = .upload(
                try BodyReader(head.framing, limit: limits.uploadLimit),
                .multipart(boundary: try MultipartParser.boundary(of: type)), directory: folder)
        default:
            throw .unsupportedContent
        }
    }

    /// Of one coding at most, as of more it would not be told in which order to take them off.
    private static func file(
        _ head: RequestHead, _ limits: ServerConfiguration
    ) throws(Rejection) -> ContentPlan {
        let codings = head.fields.members(of: "Content-Encoding")
        let isKnown = codings.allSatisfy { coding in
            ["gzip", "x-gzip", "identity"].contains { coding.equalsIgnoringCase($0) }
        }
        guard codings.count <= 1, isKnown, let folder = limits.uploadDirectory else {
            throw .unsupportedContent
        }
        let reader = try BodyReader(head.framing, limit: limits.fileBodyLimit)
        return .upload(reader, .file, directory: folder)
    }
}
