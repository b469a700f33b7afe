/// Names one state of a resource (RFC 9110 §8.8.3).
package struct EntityTag: Hashable, Sendable {
    /// The text between the quotes.
    package let opaque: String

    /// `opaque` must be visible ASCII without quotes, such as hexadecimal digits and letters.
    package init(_ opaque: String) {
        precondition(
            opaque.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != .quote },
            "an entity tag consists of visible ASCII without quotes")
        self.opaque = opaque
    }

    /// The tag in quotes, as `ETag` carries it.
    package var fieldValue: String { "\"\(opaque)\"" }
}

extension Request {
    /// Whether `If-None-Match` holds the tag or `*`, compared weakly (RFC 9110 §13.1.2): then a
    /// GET is answered with ``Response/notModified(_:)``.
    package func matches(etag: EntityTag) -> Bool {
        headers.members(of: "If-None-Match").contains { member in
            if member.elementsEqual([UInt8(ascii: "*")]) { return true }
            let strong = member.starts(with: "W/".utf8) ? member.dropFirst(2) : member
            return strong.elementsEqual(etag.fieldValue.utf8)
        }
    }
}
