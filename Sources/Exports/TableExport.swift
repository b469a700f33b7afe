/// A table that can be saved: the same columns and rows in each format of files.
package protocol TableExport: Sendable {
    /// What files of it are called, without an ending, in ASCII.
    var name: String { get }
    /// The names of its columns.
    var header: [String] { get }
    /// Gives the rows one after the other, each with a cell for every column.
    ///
    /// - Throws: what `take` throws, and where the rows are read for it what reading throws.
    func forEachRow(_ take: ([TableCell]) throws -> Void) throws
}
