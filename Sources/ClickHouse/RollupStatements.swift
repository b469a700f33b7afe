package import Telemetry
package import Values

/// Statements by which a database keeps sums of a table.
package struct RollupStatements: Sendable {
    /// As the set calls the table.
    package var table: String
    /// Each ends without a semicolon; all of them run on each server, in this order.
    package var statements: [String]
    /// Why there are none.
    package var needsRows: SourceFault.RowsNeeded?
}

extension ClickHouseTables {
    /// The statements for the tables of a set, to be run by somebody who may make tables: sums by
    /// hour and by six hours, and the rows with a code; with `isFine` also sums by five minutes,
    /// which take about as much space as rows of every minute.
    /// - Throws: `LoadError`.
    package func rollups(
        _ dataset: Dataset, in folder: DatasetFolder, isFine: Bool = false
    ) throws -> [RollupStatements] {
        let current = try current(dataset, in: folder)
        guard let source = current.source else { throw LoadError.noFiles(dataset: dataset.name) }
        return try current.files.map { file in
            let schema = try SchemaInference.infer(
                url: file.url, fileName: file.name, correction: try file.correction())
            return try asking { try self.statements(file.name, schema, source, isFine: isFine) }
        }
    }

    private func statements(
        _ name: String, _ schema: FileSchema, _ source: DatasetSource, isFine: Bool
    ) throws -> RollupStatements {
        let (settings, client) = try self.client(source)
        let table = try TableDescription(named: name, settings, client)
        do {
            let terms = try TableTerms(schema, table)
            let centres = try TableCentres(terms, table).asked(client)
            let widths: [SumTable.Width] = (isFine ? [.fiveMinutes] : []) + [.hour, .sixHours]
            let events = try EventTable(
                of: table, terms, columns: TableTerms.eventColumns(schema, table))
            return RollupStatements(
                table: name,
                statements: widths.flatMap {
                    SumTable($0, of: table, terms).statements(table, terms, centres: centres)
                } + (events?.statements(of: table) ?? []))
        } catch let needed as RowsNeeded {
            return RollupStatements(table: name, statements: [], needsRows: needed.reason)
        }
    }
}
