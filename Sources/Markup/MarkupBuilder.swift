/// Puts pieces of markup, texts, conditions and loops one after another.
///
/// A `String` is escaped; that is the only way a string enters.
@resultBuilder
public enum MarkupBuilder {
    /// A piece as it is.
    public static func buildExpression(_ markup: Markup) -> Markup { markup }

    /// Text, escaped.
    public static func buildExpression(_ text: String) -> Markup { Markup(text) }

    /// A piece that may be absent.
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? Markup() }

    /// Pieces one after another.
    public static func buildExpression(_ pieces: [Markup]) -> Markup { pieces.joined() }

    /// Nothing.
    public static func buildBlock() -> Markup { Markup() }

    /// The first piece of a block.
    public static func buildPartialBlock(first: Markup) -> Markup { first }

    /// The next piece of a block, appended to what stands.
    public static func buildPartialBlock(accumulated: consuming Markup, next: Markup) -> Markup {
        accumulated.append(next)
        return accumulated
    }

    /// An `if` without `else`.
    public static func buildOptional(_ markup: Markup?) -> Markup { markup ?? Markup() }

    /// The first branch of a condition.
    public static func buildEither(first: Markup) -> Markup { first }

    /// The second branch of a condition.
    public static func buildEither(second: Markup) -> Markup { second }

    /// The rounds of a loop.
    public static func buildArray(_ pieces: [Markup]) -> Markup { pieces.joined() }
}

extension Markup {
    /// Pieces one after another without an element around them.
    public init(@MarkupBuilder content: () throws -> Markup) rethrows {
        self = try content()
    }
}
