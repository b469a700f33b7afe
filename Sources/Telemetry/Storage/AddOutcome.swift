public import Foundation
public import Values

/// A file that was sent and waits in a temporary place.
public struct IncomingFile: Sendable, Hashable {
    /// Where it is now; it is moved away when it is stored.
    public var temporary: URL
    /// The name under which it was sent; it is made safe.
    public var name: String
    /// What a person said about it before it was stored.
    public var correction: SchemaCorrection?
    /// It stays in its temporary place, whatever becomes of it.
    public var isKept: Bool

    /// Makes an incoming file.
    public init(
        temporary: URL, name: String, correction: SchemaCorrection? = nil, isKept: Bool = false
    ) {
        self.temporary = temporary
        self.name = name
        self.correction = correction
        self.isKept = isKept
    }
}

/// What became of the files that were sent.
public struct AddOutcome: Sendable, Hashable {
    /// The data set.
    public var dataset: String
    /// One for each file, in the order in which they were sent.
    public var files: [FileOutcome]

    /// Whether anything was changed. Where one file is in conflict, none is stored.
    public var isStored: Bool { !isRefused && files.contains(where: \.changes) }
    /// Whether a file is in conflict, so that none was stored.
    public var isRefused: Bool { files.contains(where: \.isConflict) }

    /// What became of one file.
    public enum FileOutcome: Sendable, Hashable {
        /// Stored under this name.
        case stored(String)
        /// Stored in place of the file of this name.
        case replaced(String)
        /// So many bytes of rows were appended to the file of this name.
        case appended(String, bytes: Int)
        /// The data set has this content, under this name; nothing to do.
        case alreadyThere(String)
        /// The name is taken by other content.
        case conflict(String)
        /// The rows cannot be appended: their columns differ.
        case columnsDiffer(String, expected: [String], found: [String])

        /// Whether it changes the data set.
        public var changes: Bool {
            switch self {
            case .stored, .replaced, .appended: true
            case .alreadyThere, .conflict, .columnsDiffer: false
            }
        }

        /// Whether it keeps all files from being stored.
        public var isConflict: Bool {
            switch self {
            case .conflict, .columnsDiffer: true
            case .stored, .replaced, .appended, .alreadyThere: false
            }
        }
    }
}
