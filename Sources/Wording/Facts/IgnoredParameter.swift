/// A parameter of an address whose value cannot be used, so that the page can say so.
package struct IgnoredParameter: Sendable, Hashable {
    /// The parameter's name.
    package var name: String
    /// Its value as given, at most 80 characters.
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
