/// How a content is written for its way (RFC 9110 §8.4.1).
package enum ContentCoding: Hashable, Sendable {
    /// As it is.
    case identity
    /// Compressed.
    case gzip

    /// The coding for the answer to a request that has a content worth compressing.
    ///
    /// Requests that a page of another site has made are answered as they are: who makes a browser
    /// ask, chooses a part of the address that a page repeats, and sees the lengths of compressed
    /// answers, could guess at what else stands in them (BREACH). Pages carry no passwords and no
    /// tokens, but names of devices and notes.
    package static func chosen(for request: Request) -> ContentCoding {
        guard Gzip.isAvailable, request.headers.contains("Accept-Encoding") else {
            return .identity
        }
        let accepted = AcceptedCodings(request.headers)
        let gzip = accepted.weight(of: "gzip") ?? accepted.weight(of: "x-gzip")
        guard let gzip = gzip ?? accepted.weight(of: "*"), gzip > 0 else { return .identity }
        guard let identity = accepted.weight(of: "identity") ?? accepted.weight(of: "*") else {
            return request.isCrossSite ? .identity : .gzip
        }
        if identity == 0 { return .gzip }
        return gzip < identity || request.isCrossSite ? .identity : .gzip
    }

    /// The bytes in this coding; nil where they are better sent as they are.
    ///
    /// - Complexity: O(number of bytes), about 12 ns each for pages; off the connections' thread.
    package func encoded(_ bytes: [UInt8]) -> [UInt8]? {
        self == .gzip ? Gzip.compressed(bytes) : nil
    }

    /// What an answer says of its coding.
    package var fields: HeaderFields {
        self == .gzip ? ["Content-Encoding": "gzip"] : HeaderFields()
    }
}

extension EntityTag {
    /// The tag of the same state in a coding: other bytes need another tag (RFC 9110 §8.8.3.3).
    package func coded(_ coding: ContentCoding) -> EntityTag {
        coding == .gzip ? EntityTag(opaque + "-gzip") : self
    }
}

extension Request {
    /// Whether a page of another site made the browser ask.
    fileprivate var isCrossSite: Bool {
        guard let site = headers.rawValue(of: "Sec-Fetch-Site") else { return false }
        return !site.elementsEqual("same-origin".utf8) && !site.elementsEqual("none".utf8)
    }
}
