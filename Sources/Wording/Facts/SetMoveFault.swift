package import Values

/// Why a set was not written to an archive, or an archive was not taken in as a set.
package enum SetMoveFault: Error, Sendable, Hashable {
    case container(ContainerFault)
    /// It is no archive that `export-set` wrote.
    case noSet
    /// A later version of the program wrote it in a format that this one does not know.
    case newer(format: Int, known: Int)
    /// Its list of files cannot be read.
    case noList
    /// A file of the set has a name that leads elsewhere on some system, or is hidden.
    case badPath(String)
    /// A file of the list is missing, or one is there that the list does not name.
    case otherFiles(String)
    /// A file is not the one that was packed, by its size or its hash.
    case changed(String)
    /// It holds no file of data.
    case noData
    case nameTaken(set: String)
    case badName(String)
    /// There is a model of this name with other content, learned of an earlier set.
    case modelTaken(file: String)
    /// There is no set of this name to write.
    case unknownSet(String)
    /// Its rows are in tables of a database, which have no files to write.
    case inDatabase(set: String)
    /// A file got shorter while it was packed.
    case shrunk(file: String)
    /// The system refused, in its own words.
    case notStored(reason: String)
}
