import Reports
package import Values

/// How an upload ended.
package enum UploadOutcome: Sendable, Hashable {
    /// A file and why it was refused.
    package struct Refusal: Sendable, Hashable {
        /// The file's name.
        package var file: String
        /// Why it was refused.
        package var error: LoadError

        /// Makes a refusal.
        package init(file: String, error: LoadError) {
            self.file = file
            self.error = error
        }
    }
    /// Stored; reading begins.
    case stored(set: String, mode: AddMode, files: [String], bytes: Int)
    /// The same content is there already; nothing was stored.
    case knownContent(set: String, files: [String])
    /// Nothing was stored, since at least one file cannot be used.
    case refused([Refusal])
    case noFiles
    case setMissing(String)
    case badName(String)
    /// Columns of an appended file differ from the one that is there.
    case otherColumns(file: String)
    case tooLarge(limit: Int)
    /// With the files that wait to be taken in it would be too much.
    case looksFull(limit: Int)
    case diskFull(needed: Int, free: Int)
    case interrupted
    /// The set has a file of this name with other content: append or replace must be chosen.
    case nameTaken(set: String, file: String)
    /// The system refused to store it, in its own words.
    case notStored(reason: String)
}
