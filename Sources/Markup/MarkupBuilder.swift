/// Puts pieces of markup, texts, conditions and loops one after another. Strings are escaped.
@resultBuilder
package enum MarkupBuilder {
    package static func buildExpression(_ markup: Markup) -> Markup { markup }

    package static func buildExpression(_ text: String) -> Markup { Markup(text) }

    package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }

    package static func buildExpression(_ pieces: [Markup]) -> Markup { pieces.joined() }

    package static func buildBlock() -> Markup { Markup() }

    package static func buildPartialBlock(first: Markup) -> Markup { first }

    package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }

    package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }

    package static func buildEither(first: Markup) -> Markup { first }

    package static func buildEither(second: Markup) -> Markup { second }

    package static func buildArray(_ pieces: [Markup]) -> Markup { pieces.joined() }
}

extension Markup {
    /// The pieces one after another, without an element around them.
    package init(@MarkupBuilder content: () throws -> Markup) rethrows {
        self = try content()
    }
}
