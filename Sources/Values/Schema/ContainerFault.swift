/// Why a compressed file, an archive or a workbook was not opened.
public enum ContainerFault: Error, Sendable, Hashable, Codable {
    /// It ends early or contradicts itself; with the entry where that showed.
    case damaged(entry: String?)
    /// A password is needed.
    case encrypted(entry: String?)
    /// It would unpack to more than this many bytes.
    case tooLarge(limit: Int)
    /// It unpacks to more than this many times its size, which no table does.
    case tooDense(limit: Int)
    /// It names more entries than this.
    case tooManyEntries(limit: Int)
    /// An entry's name points outside the archive.
    case unsafeName(String)
    /// An entry is a link or a device, not a file.
    case link(String)
    /// An entry is compressed by a method other than deflate.
    case unknownMethod(entry: String)
    /// It holds no file and no sheet with a table.
    case noTable
    /// The system has no zlib.
    case noLibrary
    /// A file could not be read or written.
    case system(errno: Int32)
    /// It took longer than this many seconds.
    case timedOut(seconds: Int)
    /// The process that opened it ended early, by a signal or with an exit status.
    case ended(signal: Int32?, status: Int32)
}
