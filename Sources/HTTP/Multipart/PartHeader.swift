/// What the header of one part of a form says (RFC 7578 §4.2).
struct PartHeader: Equatable, Sendable {
    let name: String
    /// Nil for a plain field; empty when a file field was left empty.
    let fileName: String?
    let contentType: String?

    init(_ fields: HeaderFields) throws(Rejection) {
        let dispositions = fields.rawValues(of: "Content-Disposition")
        guard dispositions.count == 1, let bytes = dispositions.first,
            let disposition = FieldParameters(bytes), disposition.value == "form-data",
            let name = disposition["name"]
        else { throw .malformedMultipart(.disposition) }
        self.name = Self.text(name)
        fileName = Self.extended(disposition["filename*"]) ?? disposition["filename"].map(Self.text)
        contentType = fields["Content-Type"]
        // Deprecated by RFC 7578 §4.7; only the codings that leave the bytes alone can be taken.
        let coding = fields.rawValue(of: "Content-Transfer-Encoding")
        let identity = ["binary", "8bit", "7bit"]
        guard coding.map({ value in identity.contains { value.equalsIgnoringCase($0) } }) ?? true
        else { throw .unsupportedContent }
    }

    /// Undoes `%22`, `%0D` and `%0A`, which browsers write for a quote and line ends; they escape
    /// nothing else.
    private static func text(_ bytes: [UInt8]) -> String {
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let escaped: UInt8? =
                switch bytes[index...].prefix(3).map(\.lowercased) {
                case Array("%22".utf8): .quote
                case Array("%0d".utf8): .carriageReturn
                case Array("%0a".utf8): .lineFeed
                default: nil
                }
            decoded.append(escaped ?? bytes[index])
            index += escaped == nil ? 1 : 3
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    /// Decodes `UTF-8'language'percent-encoded` (RFC 8187 §3.2); nil for other character sets and
    /// broken encoding.
    private static func extended(_ bytes: [UInt8]?) -> String? {
        guard
            let parts = bytes?.split(
                separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false),
            parts.count == 3, parts[0].equalsIgnoringCase("UTF-8"),
            let decoded = PercentEncoding.decoded(parts[2])
        else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }
}
