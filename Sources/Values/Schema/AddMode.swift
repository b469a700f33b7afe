/// What to do with uploaded files.
public enum AddMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// Make a data set of them; a number is appended to a name that is taken.
    case new
    /// Add them to a data set; a name that is taken by other content is a conflict.
    case add
    /// Append the rows to the file of the same name; other files are added.
    case append
    /// Replace the file of the same name; other files are added.
    case replace
}
