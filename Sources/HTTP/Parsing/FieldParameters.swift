/// A field value with parameters: `form-data; name="file"` (RFC 9110 §5.6.6).
struct FieldParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String
    private var parameters: [(name: String, value: [UInt8])] = []

    /// Nil for a value that breaks the grammar or names a parameter twice.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes[...]
        let head = rest.prefix { $0 != UInt8(ascii: ";") }
        value = String(decoding: head.trimmingBlanks.map(\.lowercased), as: UTF8.self)
        rest = rest[head.endIndex...]
        while rest.first == UInt8(ascii: ";") {
            rest = rest.dropFirst().drop(while: \.isBlank)
            if rest.isEmpty || rest.first == UInt8(ascii: ";") { continue }
            guard let parameter = Self.parameter(&rest), self[parameter.name] == nil else {
                return nil
            }
            parameters.append(parameter)
            rest = rest.drop(while: \.isBlank)
        }
        if !rest.isEmpty { return nil }
    }

    /// The bytes of a parameter; `name` in lower case.
    subscript(name: String) -> [UInt8]? { parameters.first { $0.name == name }?.value }

    private static func parameter(
        _ rest: inout ArraySlice<UInt8>
    ) -> (name: String, value: [UInt8])? {
        let name = rest.prefix(while: \.isToken)
        rest = rest[name.endIndex...]
        guard !name.isEmpty, rest.popFirst() == UInt8(ascii: "=") else { return nil }
        guard let value = rest.first == .quote ? quoted(&rest) : token(&rest) else { return nil }
        return (String(decoding: name.map(\.lowercased), as: UTF8.self), value)
    }

    private static func token(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let token = rest.prefix { $0 != UInt8(ascii: ";") && !$0.isBlank }
        rest = rest[token.endIndex...]
        return token.isEmpty || token.contains(.quote) ? nil : Array(token)
    }

    /// A backslash escapes only a quote or a backslash: browsers of old sent whole Windows paths
    /// without escaping anything.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        let backslash = UInt8(ascii: "\\")
        var value: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            if byte == .quote { return value }
            if byte == backslash, let next = rest.first, next == .quote || next == backslash {
                value.append(next)
                rest.removeFirst()
            } else {
                value.append(byte)
            }
        }
        return nil
    }
}
