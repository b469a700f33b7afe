/// Decoded name and value pairs of a query or of a small form, in their order
/// (`application/x-www-form-urlencoded`: `+` is a space).
package struct QueryItems: Sendable, Equatable {
    /// One pair; a name without `=` has an empty value.
    package struct Item: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package let items: [Item]

    /// Pairs that are already decoded.
    package init(_ items: [Item] = []) { self.items = items }

    /// The pairs in `bytes`; nil where the percent-encoding is broken, encodes a NUL, or the
    /// decoded text is not UTF-8.
    ///
    /// - Complexity: O(number of bytes).
    package init?(urlEncoded bytes: some Collection<UInt8>) {
        var items: [Item] = []
        for pair in bytes.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.text(parts[0]),
                let value = parts.count > 1 ? Self.text(parts[1]) : ""
            else { return nil }
            items.append(Item(name: name, value: value))
        }
        self.items = items
    }

    /// The first value under a name; nil without one.
    package subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// Every value under a name, in order.
    package func all(_ name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }

    package var isEmpty: Bool { items.isEmpty }

    private static func text(_ bytes: some Collection<UInt8>) -> String? {
        guard let decoded = PercentEncoding.decoded(bytes, plusIsSpace: true),
            !decoded.contains(0)
        else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }
}
