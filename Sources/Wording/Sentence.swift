package import Values

/// A sentence with parts that stand out and parts that lead somewhere, still free of markup.
///
/// ```swift
/// let sentence: Sentence = "\(strong: "27 of 100 devices") are out; look first at \(device)."
/// ```
package struct Sentence: Sendable, Hashable {
    /// One part.
    package enum Span: Sendable, Hashable {
        case text(String)
        /// The finding.
        case strong(String)
        /// A device's name with a link to its diagnosis.
        case device(DeviceRef, String)
        /// A link to a page, or to a card of it.
        case page(Page, fragment: String?, String)
        /// A name as a program or file writes it.
        case code(String)
    }

    /// The parts in order.
    package var spans: [Span]

    /// Makes a sentence of parts.
    package init(_ spans: [Span] = []) { self.spans = spans }

    /// Plain text, for the command line and for accessible descriptions.
    package var plain: String {
        spans.reduce(into: "") { text, span in
            switch span {
            case .text(let part), .strong(let part), .device(_, let part),
                .page(_, _, let part), .code(let part):
                text += part
            }
        }
    }

    /// Whether nothing is said.
    package var isEmpty: Bool { spans.isEmpty }

    /// Parts with commas between them.
    package static func list(_ parts: [Sentence]) -> Sentence {
        Sentence(Array(parts.map(\.spans).joined(separator: [.text(", ")])))
    }

    /// Two sentences one after the other, with a space between.
    package static func + (first: Sentence, second: Sentence) -> Sentence {
        if first.isEmpty { return second }
        return second.isEmpty ? first : Sentence(first.spans + [.text(" ")] + second.spans)
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// Collects the parts of a literal.
    package struct StringInterpolation: StringInterpolationProtocol {
        package var spans: [Span] = []

        /// Starts a sentence.
        package init(literalCapacity: Int, interpolationCount: Int) {
            spans.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Words of the literal itself.
        package mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { spans.append(.text(text)) }
        }

        /// A piece of text.
        package mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

        /// A piece of another sentence.
        package mutating func appendInterpolation(_ sentence: Sentence) {
            spans += sentence.spans
        }

        /// The part that is to be seen first.
        package mutating func appendInterpolation(strong text: String) {
            if !text.isEmpty { spans.append(.strong(text)) }
        }

        /// A device with a link to its diagnosis.
        package mutating func appendInterpolation(_ device: DeviceRef, as name: String) {
            spans.append(.device(device, name))
        }

        /// A link to a page.
        package mutating func appendInterpolation(
            link text: String, to page: Page, fragment: String? = nil
        ) {
            spans.append(.page(page, fragment: fragment, text))
        }

        /// A name as a program writes it.
        package mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }
    }

    /// A sentence without parts.
    package init(stringLiteral value: String) { spans = value.isEmpty ? [] : [.text(value)] }

    /// A sentence with parts.
    package init(stringInterpolation: StringInterpolation) { spans = stringInterpolation.spans }
}
