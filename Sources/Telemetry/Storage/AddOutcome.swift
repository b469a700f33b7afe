public import Foundation
public import Values

/// A file that was sent, in a temporary place.
public struct IncomingFile: Sendable, Hashable {
    /// Where it is now. Storing moves it away unless `isKept`.
    public var temporary: URL
    /// The name under which it was sent; not yet a safe one.
    public var name: String
    /// What a person said about it before it was stored.
    public var correction: SchemaCorrection?
    /// Whether it stays in its temporary place whatever happens.
    public var isKept: Bool

    /// `name` may be anything: it is made safe when the file is stored.
    public init(
        temporary: URL, name: String, correction: SchemaCorrection? = nil, isKept: Bool = false
    ) {
        self.temporary = temporary
        self.name = name
        self.correction = correction
        self.isKept = isKept
    }
}

/// What happened to the files that were sent.
public struct AddOutcome: Sendable, Hashable {
    /// The data set's name, which may differ from the one asked for.
    public var dataset: String
    /// One for each file, in the order sent.
    public var files: [FileOutcome]

    /// Whether anything changed; one conflict prevents all changes.
    public var isStored: Bool { !isRefused && files.contains(where: \.changes) }
    /// Whether some file is in conflict, so that none was stored.
    public var isRefused: Bool { files.contains(where: \.isConflict) }

    /// What happened to one file.
    public enum FileOutcome: Sendable, Hashable {
        /// Stored as a new file of this name.
        case stored(String)
        /// Stored instead of the file of this name.
        case replaced(String)
        /// New rows, of so many bytes, were appended to the file of this name.
        case appended(String, bytes: Int)
        /// A file of this name already has the same content or rows; nothing was done.
        case alreadyThere(String)
        /// A file of this name has other content.
        case conflict(String)
        /// Rows cannot be appended to the file of this name, as their columns differ.
        case columnsDiffer(String, expected: [String], found: [String])

        /// Whether it changes the data set.
        public var changes: Bool {
            switch self {
            case .stored, .replaced, .appended: true
            case .alreadyThere, .conflict, .columnsDiffer: false
            }
        }

        /// Whether it prevents storing any of the files.
        public var isConflict: Bool {
            switch self {
            case .conflict, .columnsDiffer: true
            case .stored, .replaced, .appended, .alreadyThere: false
            }
        }
    }
}
