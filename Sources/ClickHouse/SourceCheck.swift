package import Telemetry
package import Values

/// What a database says of the tables of a set, and how they are understood.
package struct SourceCheck: Sendable {
    /// A column that can be used.
    package struct Column: Sendable {
        package var name: String
        /// As the database calls it.
        package var type: String
        package var role: ColumnRole
    }

    /// A table of the set.
    package struct Table: Sendable {
        package var name: String
        package var rows: Int
        package var columns: [Column]
        /// Why its rows are read one by one; `nil` where the database sums them up.
        package var needsRows: SourceFault.RowsNeeded?
    }

    package var address: String
    package var version: String
    package var tables: [Table]
}

extension ClickHouseTables {
    /// Asks for all that reading the set needs, and makes the samples of its tables.
    /// - Throws: `LoadError`.
    package func check(_ dataset: Dataset, in folder: DatasetFolder) throws -> SourceCheck {
        let current = try current(dataset, in: folder)
        guard let source = current.source else { throw LoadError.noFiles(dataset: dataset.name) }
        let (settings, client) = try asking { try self.client(source) }
        let version = try asking { try client.version() }
        var tables: [SourceCheck.Table] = []
        for file in current.files {
            do {
                let schema = try SchemaInference.infer(
                    url: file.url, fileName: file.name, correction: try file.correction())
                tables.append(try asking { try Self.table(file.name, schema, settings, client) })
            } catch LoadError.noRows {
                // A log of errors may well be empty at first.
                tables.append(SourceCheck.Table(name: file.name, rows: 0, columns: []))
            }
        }
        return SourceCheck(address: settings.address, version: version, tables: tables)
    }

    private static func table(
        _ name: String, _ schema: FileSchema, _ settings: SourceSettings, _ client: QueryClient
    ) throws(SourceFault) -> SourceCheck.Table {
        let description = try TableDescription(named: name, settings, client)
        var answer = try client.rows("SELECT count() FROM \(SQL.name(description.name))")
        var needs: SourceFault.RowsNeeded?
        do throws(RowsNeeded) { _ = try TableTerms(schema, description) } catch {
            needs = error.reason
        }
        return SourceCheck.Table(
            name: name, rows: try answer.count(),
            columns: schema.columns.map { column in
                SourceCheck.Column(
                    name: column.name, type: (try? description.column(column.index))?.type ?? "",
                    role: column.role)
            }, needsRows: needs)
    }
}
