/// What to do with files that are sent.
public enum AddMode: String, Sendable, Hashable, Codable, CaseIterable {
    /// A data set of its own; a number is put behind a name that is taken.
    case new
    /// Into a data set; a name that is taken by other content is a conflict.
    case add
    /// The rows are appended to the file of the same name; other files are added.
    case append
    /// In place of the file of the same name; other files are added.
    case replace
}
