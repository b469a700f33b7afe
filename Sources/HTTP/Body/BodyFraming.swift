/// How the end of a request's content is found (RFC 9112 §6).
enum BodyFraming: Equatable, Sendable {
    case none
    case length(Int)
    case chunked

    /// Whether content follows the head; a chunked one counts even if it turns out empty.
    var hasContent: Bool { self != .none && self != .length(0) }

    /// Refuses whatever two readers might frame differently: both fields at once, a repeated
    /// length even with equal values, chunked in HTTP/1.0 or not as the only coding.
    init(_ fields: HeaderFields, minorVersion: Int) throws(Rejection) {
        let lengths = fields.rawValues(of: "Content-Length")
        guard fields.contains("Transfer-Encoding") else {
            self = try lengths.isEmpty ? .none : .length(Self.length(lengths))
            return
        }
        guard lengths.isEmpty, minorVersion > 0 else { throw .ambiguousFraming }
        let codings = fields.members(of: "Transfer-Encoding")
        guard let last = codings.last, last.equalsIgnoringCase("chunked"),
            !codings.dropLast().contains(where: { $0.equalsIgnoringCase("chunked") })
        else { throw .ambiguousFraming }
        if codings.count > 1 { throw .unsupportedCoding }
        self = .chunked
    }

    private static func length(_ values: [ArraySlice<UInt8>]) throws(Rejection) -> Int {
        guard values.count == 1, let digits = values.first, !digits.isEmpty,
            digits.allSatisfy(\.isDigit)
        else { throw .malformedLength }
        // Grammar sets no bound; whatever does not fit is longer than any limit of ours.
        return Int(String(decoding: digits, as: UTF8.self)) ?? .max
    }
}
