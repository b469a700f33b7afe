/// The order of a list's rows that a person chose.
package struct ListOrder: Hashable {
    /// What the list is sorted by, as its heading says.
    package var title: String
    /// Whether the largest comes first.
    package var isDescending: Bool

    package init(by title: String, isDescending: Bool) {
        self.title = title
        self.isDescending = isDescending
    }
}
