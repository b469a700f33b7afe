import Foundation

/// Parsed JSON that tells booleans from numbers, which casts of Foundation's own tree do not.
package enum JSONTree: Equatable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([JSONTree])
    case object([String: JSONTree])

    package init(_ bytes: some Sequence<UInt8>) throws {
        let value = try JSONSerialization.jsonObject(
            with: Data(bytes), options: .fragmentsAllowed)
        self.init(value)
    }

    private init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map { JSONTree($0) })
        case let object as [String: Any]: self = .object(object.mapValues { JSONTree($0) })
        case let number as NSNumber: self.init(number)
        default: self = .null
        }
    }

    /// Foundation has a class of its own for booleans, which it does not make known.
    private init(_ number: NSNumber) {
        let isFlag = String(describing: type(of: number)).hasSuffix("Boolean")
        self = isFlag ? .flag(number.boolValue) : .number(number.doubleValue)
    }

    /// The value of a name; nil where this is no object or lacks it.
    package subscript(name: String) -> JSONTree? {
        if case .object(let values) = self { values[name] } else { nil }
    }

    package var text: String? { if case .text(let text) = self { text } else { nil } }

    package var values: [JSONTree]? { if case .list(let values) = self { values } else { nil } }
}
