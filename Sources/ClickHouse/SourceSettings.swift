package import Foundation
package import Values

/// How to reach the tables of a data set: the file `sources/<set>.json`.
///
/// It never holds a password, only the name of a variable or the path of a file that does.
package struct SourceSettings: Sendable, Hashable, Codable {
    /// What a query may take.
    package struct Limits: Sendable, Hashable, Codable {
        /// Seconds for one query.
        package var seconds = 20
        /// Rows of a table that may come over one by one, where it cannot be summed up.
        package var rows = 5_000_000
        /// Bytes of memory for one query on each server; `nil` leaves it to the user's profile.
        package var memory: Int?

        /// 20 seconds and 5,000,000 rows.
        package init() {}

        package init(from decoder: any Decoder) throws {
            let values = try decoder.container(keyedBy: CodingKeys.self)
            seconds = try values.decodeIfPresent(Int.self, forKey: .seconds) ?? 20
            rows = try values.decodeIfPresent(Int.self, forKey: .rows) ?? 5_000_000
            memory = try values.decodeIfPresent(Int.self, forKey: .memory)
        }
    }

    /// `http://host:port` or `https://host:port` of any server of a cluster.
    package var address: String
    /// The database of tables that name none.
    package var database: String
    /// Who logs in; needs no right but to read.
    package var user: String
    /// The environment variable that holds the password.
    package var passwordVariable: String?
    /// The file that holds the password, without its last line end.
    package var passwordFile: String?
    /// The tables of the set, as `table` or `database.table`; in a cluster those over all shards.
    package var tables: [String]
    /// What a query may take.
    package var limits: Limits

    /// Settings as a person gives them; `check` tells whether they can be used.
    package init(
        address: String, database: String = "default", user: String = "default",
        passwordVariable: String? = nil, passwordFile: String? = nil, tables: [String],
        limits: Limits = Limits()
    ) {
        self.address = address
        self.database = database
        self.user = user
        self.passwordVariable = passwordVariable
        self.passwordFile = passwordFile
        self.tables = tables
        self.limits = limits
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        address = try values.decode(String.self, forKey: .address)
        database = try values.decodeIfPresent(String.self, forKey: .database) ?? "default"
        user = try values.decodeIfPresent(String.self, forKey: .user) ?? "default"
        passwordVariable = try values.decodeIfPresent(String.self, forKey: .passwordVariable)
        passwordFile = try values.decodeIfPresent(String.self, forKey: .passwordFile)
        tables = try values.decode([String].self, forKey: .tables)
        limits = try values.decodeIfPresent(Limits.self, forKey: .limits) ?? Limits()
    }
}

extension SourceSettings {
    /// Reads and checks a file of settings.
    /// - Throws: `SourceFault.settings`.
    package init(contentsOf file: URL) throws(SourceFault) {
        let name = file.lastPathComponent
        guard let bytes = try? Data(contentsOf: file) else {
            throw .settings(file: name, .unreadable(field: nil))
        }
        do { self = try JSONDecoder().decode(SourceSettings.self, from: bytes) } catch {
            throw .settings(file: name, .unreadable(field: Self.field(error)))
        }
        if let problem { throw .settings(file: name, problem) }
    }

    private static func field(_ error: any Error) -> String? {
        switch error {
        case DecodingError.keyNotFound(let key, _): key.stringValue
        case DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context):
            context.codingPath.last?.stringValue
        default: nil
        }
    }

    /// As they are written to a file.
    package var json: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self)
        }
    }

    /// What is wrong with them; `nil` where nothing is.
    package var problem: SourceFault.Setting? {
        guard let url = URL(string: address), ["http", "https"].contains(url.scheme),
            url.host?.isEmpty == false, url.user == nil, url.password == nil, url.query == nil,
            ["", "/"].contains(url.path)
        else { return .address(Self.withoutLogin(address)) }
        if tables.isEmpty { return .noTable }
        for table in tables where TableName(table, in: database) == nil { return .name(table) }
        if !TableName.isName(database) { return .name(database) }
        if limits.seconds < 1 { return .limit("seconds") }
        if limits.rows < 1 { return .limit("rows") }
        if let memory = limits.memory, memory < 1 { return .limit("memory") }
        return nil
    }

    /// An address that somebody wrote a password into is not repeated with it.
    private static func withoutLogin(_ address: String) -> String {
        guard let sign = address.lastIndex(of: "@") else { return address }
        return "…" + address[sign...]
    }

    /// The password; empty where the settings name none.
    /// - Throws: `SourceFault.settings` where its variable or file is not there.
    func password(_ environment: [String: String], file: String) throws(SourceFault) -> String {
        if let name = passwordVariable {
            guard let value = environment[name] else {
                throw .settings(file: file, .noPassword(name))
            }
            return value
        }
        guard let path = passwordFile else { return "" }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw .settings(file: file, .noPassword(path))
        }
        var scalars = text.unicodeScalars
        if scalars.last == "\n" { scalars.removeLast() }
        if scalars.last == "\r" { scalars.removeLast() }
        return String(scalars)
    }
}

/// A table in its database.
struct TableName: Sendable, Hashable {
    var database: String
    var table: String

    /// `nil` where a part has other characters than letters, digits and `_`.
    init?(_ text: String, in database: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy(Self.isName), let last = parts.last else {
            return nil
        }
        self.init(database: parts.count == 2 ? parts[0] : database, table: last)
    }

    init(database: String, table: String) {
        self.database = database
        self.table = table
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte)
        }
    }
}
