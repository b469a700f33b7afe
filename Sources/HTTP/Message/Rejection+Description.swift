extension Rejection: CustomStringConvertible {
    /// One English sentence for logs and for the plain text answer.
    package var description: String {
        switch self {
        case .malformedRequestLine: "The request line is malformed."
        case .malformedTarget: "The request target is malformed."
        case .malformedField: "A header field is malformed."
        case .foldedField: "A header field is folded over two lines."
        case .malformedHost: "The Host field is missing, repeated or malformed."
        case .unknownHost: "This server does not answer for that host."
        case .crossOrigin: "The request comes from a page of another origin."
        case .malformedLength: "Content-Length is repeated or not a number."
        case .ambiguousFraming: "The length of the content is ambiguous."
        case .unsupportedCoding: "The transfer coding is not supported."
        case .malformedChunk: "The chunked content is malformed."
        case .lengthRequired: "The content needs a Content-Length."
        case .unmetExpectation: "The expectation cannot be met."
        case .unsupportedVersion: "Only HTTP/1.1 and HTTP/1.0 are supported."
        case .unknownMethod: "The method is not implemented."
        case .targetTooLong(let limit): "The request line exceeds \(limit) bytes."
        case .fieldsTooLarge(let limit): "The header fields exceed \(limit) bytes."
        case .fieldTooLong(let limit): "The line of a header field exceeds \(limit) bytes."
        case .tooManyFields(let limit): "There are more than \(limit) header fields."
        case .contentTooLarge(let limit): "The content exceeds \(limit) bytes."
        case .unsupportedContent: "Content of this type is not accepted here."
        case .malformedForm: "The form is not valid URL encoding."
        case .malformedMultipart(let defect): "The multipart form is malformed: \(defect)."
        case .tooManyParts(let limit): "The form has more than \(limit) parts."
        case .textTooLong(let name, let limit): "The field \"\(name)\" exceeds \(limit) bytes."
        case .timeout: "The request took too long to arrive."
        case .incomplete: "The request ended before it was complete."
        case .storageFailed(let code): "The content could not be stored (error \(code))."
        case .storageFull: "The disk is full."
        case .tooManyConnections: "All connections are taken; try again soon."
        }
    }
}

extension MultipartDefect: CustomStringConvertible {
    /// The defect as the end of a sentence.
    package var description: String {
        switch self {
        case .boundary: "no usable boundary"
        case .preamble: "too much before the first boundary"
        case .partHeader: "the header of a part is broken or too large"
        case .disposition: "a part without a name"
        case .delimiter: "a boundary is followed by other bytes"
        case .truncated: "the final boundary is missing"
        }
    }
}
