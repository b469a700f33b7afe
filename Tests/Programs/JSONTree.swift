import Foundation

/// Parsed JSON that tells booleans from numbers, which Foundation's own tree does not everywhere.
package enum JSONTree: Decodable, Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    package init(_ bytes: some Sequence<UInt8>) throws {
        self = try JSONDecoder().decode(JSONTree.self, from: Data(bytes))
    }

    package init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        // In the order of what is frequent: each try that fails takes its time.
        if value.decodeNil() {
            self = .null
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let flag = try? value.decode(Bool.self) {
            self = .flag(flag)
        } else if let list = try? value.decode([JSONTree].self) {
            self = .list(list)
        } else {
            self = .object(try value.decode([String: JSONTree].self))
        }
    }

    /// The value of a name; nil where this is no object or lacks it.
    package subscript(name: String) -> JSONTree? {
        if case .object(let values) = self { values[name] } else { nil }
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }

    package var values: [JSONTree]? { if case .list(let values) = self { values } else { nil } }
}
