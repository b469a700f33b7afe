/// Why the tables of a database could not be read.
public enum SourceFault: Error, Sendable, Hashable, Codable {
    /// What is wrong with a file of settings.
    public enum Setting: Sendable, Hashable, Codable {
        /// It is no JSON object with these fields; with the field, where one is at fault.
        case unreadable(field: String?)
        /// No `http://host:port` or `https://host:port`, or one with a login in it.
        case address(String)
        /// A name of a database or table with other characters than letters, digits and `_`.
        case name(String)
        /// It names no table.
        case noTable
        /// A limit that is not above 0.
        case limit(String)
        /// The variable or file with the password is not there.
        case noPassword(String)
    }

    /// Why no answer came at all.
    public enum Silence: String, Sendable, Hashable, Codable, CaseIterable {
        /// Nobody listens at the address.
        case refused
        /// The host's name is not known.
        case unknownHost
        /// The certificate of a server with `https` is not accepted.
        case certificate
        /// The connection ended before the answer did.
        case cutOff
        /// Something else answers there.
        case notClickHouse
        /// Any other failure of the connection.
        case other
    }

    /// What kept a table from being summed up in the database.
    public enum RowsNeeded: Sendable, Hashable, Codable {
        /// Its times are text.
        case textTimes(column: String)
        /// A column's numbers are text.
        case textNumbers(column: String)
        /// A column is a counter, of which the rise from row to row counts.
        case counter(column: String)
        /// Values are marked as bad by another column.
        case qualities
        /// Rows of a long table name signals that its sample lacks.
        case signals
        /// Its rows are no readings of devices over time.
        case shape
    }

    /// The file of settings is not as it should be.
    case settings(file: String, Setting)
    /// No whole answer came from the address.
    case silent(address: String, Silence)
    /// No answer within this time.
    case slow(seconds: Int)
    /// Name or password is wrong.
    case login(user: String)
    /// The user may not do what is needed; with the server's words.
    case rights(user: String, String)
    /// The server knows no such table, or the user may not see it.
    case noTable(String)
    /// The query took more memory than the server allows.
    case memory
    /// An answer had more rows or bytes than the server allows.
    case tooLarge
    /// A part of the cluster does not answer; with the server's words.
    case shard(String)
    /// Somebody ended the query.
    case ended
    /// Rows of a table have to be read one by one, and there are too many.
    case tooManyRows(table: String, rows: Int, limit: Int, RowsNeeded)
    /// Anything else that the server says, with its number.
    case server(code: Int, String)
    /// An answer that cannot be understood.
    case garbled
}
