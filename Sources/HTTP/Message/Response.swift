/// An answer. The server adds `Date`, `Content-Length`, the security fields and what the
/// connection needs, and leaves the content out for HEAD.
package struct Response: Sendable {
    package var status: Status
    package var headers: HeaderFields
    package var body: ResponseBody

    package init(
        status: Status = .ok, headers: HeaderFields = HeaderFields(), body: ResponseBody = .empty
    ) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// The content of an answer.
package enum ResponseBody: Sendable {
    case empty
    /// Bytes in memory. Copies of the array share them, so sending a cached page again copies
    /// nothing.
    case bytes([UInt8])
    /// A file, read in portions while it is sent.
    case file(FileBody)

    /// The length that `Content-Length` tells.
    var count: Int {
        switch self {
        case .empty: 0
        case .bytes(let bytes): bytes.count
        case .file(let file): file.count
        }
    }
}

extension Response {
    /// An HTML page in UTF-8.
    package static func html(
        bytes: [UInt8], status: Status = .ok, headers: HeaderFields = HeaderFields()
    ) -> Response {
        content(bytes, type: "text/html; charset=utf-8", status: status, headers: headers)
    }

    /// Bytes with that `Content-Type`.
    package static func content(
        _ bytes: [UInt8], type: String, status: Status = .ok,
        headers: HeaderFields = HeaderFields()
    ) -> Response {
        var headers = headers
        headers.append("Content-Type", type)
        return Response(status: status, headers: headers, body: .bytes(bytes))
    }

    /// A sentence as plain text; a line end is added.
    package static func text(_ status: Status, _ sentence: String) -> Response {
        content(
            Array(sentence.utf8) + [.lineFeed], type: "text/plain; charset=utf-8", status: status)
    }

    /// Sends the client to another address; by default with 303 See Other, as after a POST.
    package static func redirect(_ status: Status = .seeOther, to location: String) -> Response {
        Response(status: status, headers: ["Location": location])
    }

    /// 304: what the client holds is still current.
    package static func notModified(_ tag: EntityTag) -> Response {
        Response(status: .notModified, headers: ["ETag": tag.fieldValue])
    }
}
