import Foundation

/// One file of a made-up fleet before it is written.
struct FleetTable: Sendable, Hashable {
    var name: String
    var columns: [String]
    var rows: [[String]]
    /// Index of the column that names devices; `nil` where the file has none.
    var deviceColumn: Int?
    var delimiter: Character = ","

    var cells: Int { columns.count * max(rows.count, 1) }

    /// RFC 4180 with the table's own delimiter; a table without columns is an empty file.
    var csv: String {
        var text = ""
        for row in columns.isEmpty ? [] : [columns] + rows {
            text +=
                row.map { $0.csvCell(delimiter: delimiter) }.joined(separator: String(delimiter))
                + "\n"
        }
        return text
    }
}

/// All files of a fleet.
struct Fleet: Sendable, Hashable {
    var tables: [FleetTable]

    var cells: Int { tables.reduce(0) { $0 + $1.cells } }

    /// Names of devices, each once, in their order of appearance.
    var devices: [String] {
        var seen: Set<String> = []
        return tables.flatMap { table in
            table.deviceColumn.map { column in table.rows.map { $0[column] } } ?? []
        }.filter { seen.insert($0).inserted }
    }

    /// Writes each table as a file; creates the folder.
    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for table in tables {
            try Data(table.csv.utf8).write(to: folder.appending(path: table.name))
        }
    }
}
