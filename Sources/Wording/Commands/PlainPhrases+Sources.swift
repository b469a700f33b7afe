import Reports
package import Values

/// What `perfmon source` says.
extension PlainPhrases {
    /// Who answered.
    package func sourceAnswers(address: String, version: String) -> String {
        "ClickHouse \(version) answers at \(address)."
    }

    /// How a table is going to be read.
    package func sourceTable(
        _ name: String, rows: Int, needsRows: SourceFault.RowsNeeded?
    ) -> String {
        let head = "\(name): \(format.counted(rows, "row", "rows"))"
        guard let needsRows else { return "\(head), summed up in the database where that is less." }
        return "\(head), read row by row \(phrases.needsRows(needsRows))."
    }

    /// That there is nothing to be summed up.
    package func sourceNoRollups(_ name: String, _ reason: SourceFault.RowsNeeded) -> String {
        "\(name) has no sums that a database could keep, \(phrases.needsRows(reason))."
    }

    /// What a column is taken for.
    package func sourceColumn(_ name: String, type: String, role: ColumnRole) -> String {
        let names = [name, type].map { text in
            text + String(repeating: " ", count: max(1, 24 - text.count))
        }
        return "  " + names.joined() + phrases.role(role)
    }

    /// That the settings were kept.
    package func sourceAdded(_ name: String, file: String) -> String {
        "“\(name)” is a data set now; its settings are in \(file)."
    }

    /// That a connection is no more.
    package func sourceRemoved(_ name: String) -> String {
        "“\(name)” is no data set any more; its tables are as they were."
    }

    /// That there is no such connection.
    package func noSource(_ name: String, data: String) -> String {
        "There is no source “\(name)” in \(data)/sources."
    }

    /// That the name is another set's.
    package func sourceTaken(_ name: String) -> String {
        "“\(name)” cannot be added: a data set of this name is there already, or it is no name for a folder."
    }
}
