/// The content coding of an answer (RFC 9110 §8.4.1).
package enum ContentCoding: Hashable, Sendable {
    case identity
    case gzip

    /// The coding for the answer to a request, given a content worth compressing.
    ///
    /// Requests made by a page of another origin are answered uncompressed unless they refuse that:
    /// whoever makes a browser send requests, chooses a part of the address that the page repeats
    /// and sees the lengths of compressed answers could guess at what else is in them (BREACH).
    /// Pages carry no passwords and no tokens, but names of devices and notes.
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

    /// The bytes in this coding; nil where they are better sent as they are: for identity, short
    /// contents, and where compression gains nothing.
    ///
    /// - Complexity: O(number of bytes), about 12 ns each for pages; so not on the connections'
    ///   thread.
    package func encoded(_ bytes: [UInt8]) -> [UInt8]? {
        self == .gzip ? Gzip.compressed(bytes) : nil
    }

    /// The header fields that announce the coding; none for identity.
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
    /// Whether a page of another origin made the browser ask; false where the browser does not say.
    fileprivate var isCrossSite: Bool {
        guard let site = headers.rawValue(of: "Sec-Fetch-Site") else { return false }
        return !site.elementsEqual("same-origin".utf8) && !site.elementsEqual("none".utf8)
    }
}

/// The codings of `Accept-Encoding` with their weights (RFC 9110 §12.5.3).
struct AcceptedCodings {
    private var weights: [(name: ArraySlice<UInt8>, weight: Int)] = []

    /// Members that cannot be parsed are skipped: at worst the content goes uncompressed, which
    /// every client understands.
    init(_ headers: HeaderFields) {
        for member in headers.members(of: "Accept-Encoding") {
            let parts = member.split(
                separator: UInt8(ascii: ";"), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = parts.first?.trimmingBlanks, !name.isEmpty,
                let weight = parts.count == 1 ? 1000 : Self.weight(parts[1].trimmingBlanks)
            else { continue }
            weights.append((name, weight))
        }
    }

    /// The weight of a coding in thousandths, 0 where it is refused; nil where it is not named.
    func weight(of coding: String) -> Int? {
        weights.first { $0.name.equalsIgnoringCase(coding) }?.weight
    }

    /// `q=` and a number from 0 to 1 with at most three decimals (§12.4.2), in thousandths; nil for
    /// anything else.
    private static func weight(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.prefix(2).equalsIgnoringCase("q=") else { return nil }
        let digits = Array(bytes.dropFirst(2))
        guard let whole = digits.first, whole == 0x30 || whole == 0x31, digits.count <= 5,
            digits.count == 1 || digits[1] == UInt8(ascii: ".")
        else { return nil }
        var weight = Int(whole - 0x30)
        for index in 2..<5 {
            let digit = index < digits.count ? digits[index] : 0x30
            guard digit.isDigit else { return nil }
            weight = weight * 10 + Int(digit - 0x30)
        }
        return weight <= 1000 ? weight : nil
    }
}
