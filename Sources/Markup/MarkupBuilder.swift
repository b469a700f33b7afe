/// Puts pieces of markup, texts, conditions and loops one after another.
///
/// A `String` is escaped; that is the only way a string enters.
@resultBuilder
package enum MarkupBuilder {
    /// A piece as it is.
    package static func buildExpression(_ markup: Markup) -> Markup { markup }

    /// Text, escaped.
    package static func buildExpression(_ text: String) -> Markup { Markup(text) }

    /// A piece that may be absent.
    package static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }

    /// Pieces one after another.
    package static func buildExpression(_ pieces: [Markup]) -> Markup { pieces.joined() }

    /// Nothing.
    package static func buildBlock() -> Markup { Markup() }

    /// The first piece of a block.
    package static func buildPartialBlock(first: Markup) -> Markup { first }

    /// The next piece of a block, appended to what stands.
    package static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }

    /// An `if` without `else`.
    package static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }

    /// The first branch of a condition.
    package static func buildEither(first: Markup) -> Markup { first }

    /// The second branch of a condition.
    package static func buildEither(second: Markup) -> Markup { second }

    /// The rounds of a loop.
    package static func buildArray(_ pieces: [Markup]) -> Markup { pieces.joined() }
}

extension Markup {
    /// Pieces one after another without an element around them.
    package init(@MarkupBuilder content: () throws -> Markup) rethrows {
        self = try content()
    }
}
