import Values

/// Rows for one set, to be taken together.
package struct RowBatch: Sendable {
    /// The set's name; a set that does not exist is made.
    package var set: String
    package var tables: [SentTable]
    /// What the program calls the batch: under the same name it is taken once.
    package var key: String?
    /// A hash of what was sent, to tell a repetition from another batch with the same key.
    package var digest: UInt64

    package init(set: String, tables: [SentTable], key: String? = nil, digest: UInt64 = 0) {
        self.set = set
        self.tables = tables
        self.key = key
        self.digest = digest
    }

    /// The digest of a content.
    package static func digest(of bytes: [UInt8]) -> UInt64 { ContentHash.value(of: bytes) }

    var rowCount: Int { tables.reduce(0) { $0 + $1.rows.count } }
    /// About the memory that it takes.
    var byteCount: Int {
        tables.reduce(0) { sum, table in
            table.rows.reduce(sum) { $0 + $1.reduce(64) { $0 + $1.count + 32 } }
        }
    }
}

/// A batch that is on disk.
package struct RowsTaken: Sendable, Hashable {
    /// Rows of the batch that were taken, now or when it came first.
    package var rows: Int
    /// The files that they went to, in the order of the tables; of a repeated batch none.
    package var files: [String]
    /// Whether it had been taken before, so that nothing was done now.
    package var isRepeated: Bool
}

/// Why a batch was not taken; nothing of it is stored.
package enum RowLogError: Error, Sendable, Hashable {
    case storage(StorageError)
    /// No set can have this name; the nearest that one can have, if any.
    case badSet(String, nearest: String?)
    /// The rows of the set are in a database, which takes them itself.
    case inDatabase(String)
    /// The key was used for a batch of another content.
    case keyReused
    /// A table would have more columns than this.
    case tooManyColumns(limit: Int)
    /// More is waiting to be written than memory should be spent on.
    case busy
    /// Another process takes rows for this data folder.
    case inUse
    /// What a failed write had left could not be taken back; only a new start clears that up.
    case broken
}
