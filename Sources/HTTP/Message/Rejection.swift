/// Why the server refuses a request itself, before any handler sees it.
///
/// What cannot be read in exactly one way is refused and the connection closed, so that this
/// server and any intermediary never see two different requests in the same bytes
/// (RFC 9112 §11.2).
package enum Rejection: Error, Equatable, Sendable {
    /// The first line is not `method SP target SP version` (RFC 9112 §3).
    case malformedRequestLine
    /// The target is not a valid path and query, or its path leaves the root (RFC 9112 §3.2).
    case malformedTarget
    /// A line of the head breaks the grammar of fields or line ends (RFC 9112 §2.2, §5).
    case malformedField
    /// A field goes on in the next line (RFC 9112 §5.2).
    case foldedField
    /// `Host` is missing, repeated or not a host and port (RFC 9112 §3.2).
    case malformedHost
    /// The host is none of those that this server answers for (RFC 9110 §7.4).
    case unknownHost
    /// `Origin`, `Referer` or `Sec-Fetch-Site` name a page of another origin.
    case crossOrigin
    /// `Content-Length` is repeated or not a number (RFC 9112 §6.3).
    case malformedLength
    /// Length and coding contradict each other, the last coding is not chunked, or there is a
    /// coding in HTTP/1.0 (RFC 9112 §6).
    case ambiguousFraming
    /// A transfer coding other than chunked (RFC 9112 §6.1).
    case unsupportedCoding
    /// The chunked framing is broken (RFC 9112 §7.1).
    case malformedChunk
    /// A `Content-Type` without a length or coding (RFC 9110 §15.5.12).
    case lengthRequired
    /// An expectation other than `100-continue` (RFC 9110 §10.1.1).
    case unmetExpectation
    /// A major version other than 1 (RFC 9110 §15.6.6).
    case unsupportedVersion
    /// A method this server does not know (RFC 9110 §15.6.2).
    case unknownMethod
    /// The request line is longer than `limit` bytes (RFC 9112 §3).
    case targetTooLong(limit: Int)
    /// The header section is longer than `limit` bytes (RFC 6585 §5).
    case fieldsTooLarge(limit: Int)
    /// The line of one field, its name with it, is longer than `limit` bytes (RFC 6585 §5).
    case fieldTooLong(limit: Int)
    /// There are more than `limit` fields (RFC 6585 §5).
    case tooManyFields(limit: Int)
    /// The content is longer than `limit` bytes (RFC 9110 §15.5.14).
    case contentTooLarge(limit: Int)
    /// The content's type or coding is none that this path takes (RFC 9110 §15.5.16).
    case unsupportedContent
    /// The fields of a form are not valid URL encoding.
    case malformedForm
    /// The parts of a form are broken (RFC 7578, RFC 2046 §5.1).
    case malformedMultipart(MultipartDefect)
    /// A multipart form has more than `limit` parts.
    case tooManyParts(limit: Int)
    /// The text field `name` is longer than `limit` bytes.
    case textTooLong(name: String, limit: Int)
    /// The peer was too slow in sending the request (RFC 9110 §15.5.9).
    case timeout
    /// The peer stopped sending in the midst of a request (RFC 9112 §8).
    case incomplete
    /// A file could not be stored, for a reason other than space.
    case storageFailed(errno: Int32)
    /// There is no space left on the disk, or the user's quota is used up.
    case storageFull
    /// All connections are taken (RFC 9110 §15.6.4).
    case tooManyConnections

    /// The status that tells the client.
    package var status: Status {
        switch self {
        case .malformedRequestLine, .malformedTarget, .malformedField, .foldedField,
            .malformedHost, .malformedLength, .ambiguousFraming, .malformedChunk, .malformedForm,
            .malformedMultipart, .incomplete:
            .badRequest
        case .unknownHost: .misdirectedRequest
        case .crossOrigin: .forbidden
        case .unsupportedCoding, .unknownMethod: .notImplemented
        case .lengthRequired: .lengthRequired
        case .unmetExpectation: .expectationFailed
        case .unsupportedVersion: .versionNotSupported
        case .targetTooLong: .uriTooLong
        case .fieldsTooLarge, .fieldTooLong, .tooManyFields: .headerFieldsTooLarge
        case .contentTooLarge, .tooManyParts, .textTooLong: .contentTooLarge
        case .unsupportedContent: .unsupportedMediaType
        case .timeout: .requestTimeout
        case .storageFailed: .internalServerError
        case .storageFull: .insufficientStorage
        case .tooManyConnections: .serviceUnavailable
        }
    }
}

/// What is wrong with a `multipart/form-data` content.
package enum MultipartDefect: Equatable, Sendable {
    /// `Content-Type` has no usable boundary.
    case boundary
    /// Bytes before the first boundary exceed the limit.
    case preamble
    /// The header of a part breaks the grammar or is too large.
    case partHeader
    /// A part has no `Content-Disposition: form-data` with a name.
    case disposition
    /// A boundary is followed by something else than a line end.
    case delimiter
    /// The content ends before the final boundary.
    case truncated
}
