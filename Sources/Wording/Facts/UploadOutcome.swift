import Reports
package import Values

/// How an upload ended.
package enum UploadOutcome: Sendable, Hashable {
    /// A file and why it was refused.
    package struct Refusal: Sendable, Hashable {
        package var file: String
        package var error: LoadError

        package init(file: String, error: LoadError) {
            self.file = file
            self.error = error
        }
    }
    /// Everything is stored; reading begins.
    case stored(set: String, mode: AddMode, files: [String], bytes: Int)
    /// The set has files of the same content; nothing was stored.
    case knownContent(set: String, files: [String])
    /// Nothing was stored, since at least one file cannot be used.
    case refused([Refusal])
    case noFiles
    case setMissing(String)
    case badName(String)
    /// The columns of an appended file differ from those of the set's file.
    case otherColumns(file: String)
    case tooLarge(limit: Int)
    /// Together with the files that wait to be taken in it would be too much.
    case looksFull(limit: Int)
    case diskFull(needed: Int, free: Int)
    case interrupted
    /// The set has a file of this name with other content: append or replace must be chosen.
    case nameTaken(set: String, file: String)
    /// An exported set was taken in with everything in it; reading begins.
    case moved(set: String, files: [String], models: Int, bytes: Int)
    /// The archive was not taken in as a set.
    case notMoved(file: String, SetMoveFault)
    /// An exported set came with other files, or was to be looked at first.
    case setAlone(file: String)
    /// The rows of the set are in a database, to which files cannot be added.
    case inDatabase(set: String)
    /// The system refused to store it, in its own words.
    case notStored(reason: String)
}
