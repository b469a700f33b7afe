/// The tooltip of a mark, made only when it is written: of thousands of marks a drawing keeps the
/// tooltips of a few hundred.
package struct MarkTitle: Sendable, Equatable {
    private let make: @Sendable () -> String

    /// - Parameter make: gives the same text each time.
    init(_ make: @escaping @Sendable () -> String) { self.make = make }

    var text: String { make() }

    /// Makes and compares both texts.
    package static func == (one: MarkTitle, other: MarkTitle) -> Bool { one.text == other.text }
}
