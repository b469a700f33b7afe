/// A link inside the site: a path of the source code, percent-encoded segments and query items, and
/// a fragment.
///
/// It has neither scheme nor host, so text of a file can never become `javascript:` or lead away.
///
/// ```swift
/// URLReference("/diagnostics", query: [("device", name), ("page", "2")])
/// ```
package struct URLReference: Sendable, Equatable {
    /// Percent-encoded, but not yet escaped for an attribute.
    package let text: String

    /// A reference relative to the site (RFC 3986, 4.2).
    ///
    /// - Parameters:
    ///   - path: starts with `/`, or is empty for the page at hand.
    ///   - segments: further path segments, encoded and joined by `/`; empty ones are left out.
    ///   - query: names and values in order; both are encoded, a space as `%20`.
    ///   - fragment: an element's identifier, made as `Attribute.id` makes it.
    package init(
        _ path: StaticString, segments: [String] = [], query: [(String, String)] = [],
        fragment: String? = nil
    ) {
        var text = path.description
        // No empty segment and no second slash: "//name" would lead to another host.
        for segment in segments where !segment.isEmpty {
            text += (text.hasSuffix("/") ? "" : "/") + Self.encodedSegment(segment)
        }
        for (index, item) in query.enumerated() {
            text += index == 0 ? "?" : "&"
            text += Self.encoded(item.0) + "=" + Self.encoded(item.1)
        }
        if let fragment { text += "#" + Attribute.identifier(fragment) }
        self.text = text
    }

    /// `text` with every byte but the unreserved ones of RFC 3986 written as `%XX`.
    package static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in text.utf8 {
            if isUnreserved(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Encodes `.` and `..` as well, which would be taken as steps in the path: as `%2E`.
    private static func encodedSegment(_ segment: String) -> String {
        segment == "." || segment == ".."
            ? String(repeating: "%2E", count: segment.utf8.count) : encoded(segment)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
