/// A parameter of an address whose value cannot be used, so that the page can say so.
package struct IgnoredParameter: Sendable, Hashable {
    package var name: String
    /// At most 80 characters of it.
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
