internal import Markup
import Values

/// A sentence with parts that stand out and parts that lead somewhere, still free of markup.
///
/// ```swift
/// let sentence: Sentence = "\(strong: "27 of 100 devices") are out; look first at \(device)."
/// ```
struct Sentence: Sendable, Hashable {
    /// One part.
    enum Span: Sendable, Hashable {
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
    var spans: [Span]

    /// Makes a sentence of parts.
    init(_ spans: [Span] = []) { self.spans = spans }

    /// Plain text, for the command line and for accessible descriptions.
    var plain: String {
        spans.reduce(into: "") { text, span in
            switch span {
            case .text(let part), .strong(let part), .device(_, let part),
                .page(_, _, let part), .code(let part):
                text += part
            }
        }
    }

    /// Whether nothing is said.
    var isEmpty: Bool { spans.isEmpty }

    /// Parts with commas between them.
    static func list(_ parts: [Sentence]) -> Sentence {
        Sentence(Array(parts.map(\.spans).joined(separator: [.text(", ")])))
    }

    /// Two sentences one after the other, with a space between.
    static func + (first: Sentence, second: Sentence) -> Sentence {
        if first.isEmpty { return second }
        return second.isEmpty ? first : Sentence(first.spans + [.text(" ")] + second.spans)
    }
}

extension Sentence: ExpressibleByStringInterpolation {
    /// Collects the parts of a literal.
    struct StringInterpolation: StringInterpolationProtocol {
        var spans: [Span] = []

        /// Starts a sentence.
        init(literalCapacity: Int, interpolationCount: Int) {
            spans.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Words of the literal itself.
        mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { spans.append(.text(text)) }
        }

        /// A piece of text.
        mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

        /// A piece of another sentence.
        mutating func appendInterpolation(_ sentence: Sentence) {
            spans += sentence.spans
        }

        /// The part that is to be seen first.
        mutating func appendInterpolation(strong text: String) {
            if !text.isEmpty { spans.append(.strong(text)) }
        }

        /// A device with a link to its diagnosis.
        mutating func appendInterpolation(_ device: DeviceRef, as name: String) {
            spans.append(.device(device, name))
        }

        /// A link to a page.
        mutating func appendInterpolation(
            link text: String, to page: Page, fragment: String? = nil
        ) {
            spans.append(.page(page, fragment: fragment, text))
        }

        /// A name as a program writes it.
        mutating func appendInterpolation(code text: String) { spans.append(.code(text)) }
    }

    /// A sentence without parts.
    init(stringLiteral value: String) { spans = value.isEmpty ? [] : [.text(value)] }

    /// A sentence with parts.
    init(stringInterpolation: StringInterpolation) { spans = stringInterpolation.spans }
}

extension Sentence {
    /// The sentence as markup; links keep the filter of `query`.
    func markup(_ query: PageQuery) -> Markup {
        spans.map { span in
            switch span {
            case .text(let text): return Markup(text)
            case .strong(let text): return element("b", text: text)
            case .code(let text): return element("code", text: text)
            case .device(let device, let name):
                let link = query.link(to: .diagnostics) { $0.focus = device.name }
                return element("a", [.href(link)], text: name)
            case .page(let page, let fragment, let text):
                return element("a", [.href(query.link(to: page, fragment: fragment))], text: text)
            }
        }.joined()
    }
}
