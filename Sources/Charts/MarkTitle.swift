/// What a mark says, made only where it is written: of thousands of marks a drawing keeps hundreds
/// of titles.
package struct MarkTitle: Sendable, Equatable {
    private let make: @Sendable () -> String

    /// A title that is made when it is asked for, the same each time.
    init(_ make: @escaping @Sendable () -> String) { self.make = make }

    var text: String { make() }

    /// Titles are the same where they say the same.
    package static func == (one: MarkTitle, other: MarkTitle) -> Bool { one.text == other.text }
}
