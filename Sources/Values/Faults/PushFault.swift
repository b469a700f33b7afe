/// Why rows of a file were not written into a table of a database.
public enum PushFault: Error, Sendable, Hashable {
    /// The rows have neither times nor names of devices, and a table of a database has no order.
    case noKeys
    /// No name of a table can be made of the file's.
    case noTableName(file: String)
    /// The table lacks a column; with the type that it should have.
    case noColumn(table: String, name: String, type: String)
    /// A column of the table has another type.
    case otherType(table: String, name: String, type: String, expected: String)
    /// A time has fractions of a second, and the table's column holds whole ones.
    case fraction(table: String, column: String, line: Int)
    /// The table holds more rows of a batch than the file has, so somebody else wrote into it.
    case foreignRows(table: String, found: Int, expected: Int)
    /// Rows like those that follow the first so many of the file are in the table already, from a
    /// file that went on otherwise.
    case changed(table: String, rows: Int)
    /// The tables of two files would be one: the second has the name under which a server keeps its
    /// part of the first.
    case sameTable(String)
    /// The database took all rows, and lacks some of them all the same.
    case lost(table: String, found: Int, expected: Int)
}
