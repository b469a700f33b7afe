import Reports
package import Values

/// What `perfmon push` says.
extension PlainPhrases {
    /// What became of the rows of a file, and the first of those that were refused.
    package func pushed(
        _ file: FileReport, table: String, written: Int, known: Int, outOfRange: Int
    ) -> String {
        var parts = ["\(format.counted(written, "row", "rows")) written"]
        if known > 0 { parts.append("\(format.count(known)) there already") }
        let refused = file.rowsRefused + outOfRange
        if refused > 0 { parts.append("\(format.count(refused)) refused") }
        if file.cellsRefused > 0 {
            parts.append("\(format.counted(file.cellsRefused, "cell", "cells")) left empty")
        }
        var lines = ["\(file.name) into \(table): \(parts.joined(separator: ", "))."]
        for issue in file.issues.prefix(5) {
            let place = issue.column.map { ", \($0)" } ?? ""
            lines.append("  line \(issue.line)\(place): \(self.issue(issue))")
        }
        if file.issueCount > 5 { lines.append("  and \(format.count(file.issueCount - 5)) more") }
        if outOfRange > 0 {
            lines.append(
                "  \(format.counted(outOfRange, "row has a time", "rows have times")) that the table's column cannot hold"
            )
        }
        return lines.joined(separator: "\n")
    }

    /// Why rows were not written, and what to do.
    package func pushFault(_ fault: PushFault) -> String {
        switch fault {
        case .noKeys:
            "Its rows have neither times nor names of devices, so only their order tells them apart, and a table of a database has none. Nothing was written."
        case .noTableName(let file):
            "No name of a table can be made of “\(file)”: give one with --into."
        case .noColumn(let table, let name, let type):
            "The table \(table) has no column “\(name)” (\(type)): perfmon push --statements prints what makes a table that has all. Nothing was written."
        case .otherType(let table, let name, let type, let expected):
            "The column “\(name)” of \(table) is \(type), and \(expected) is needed. Nothing was written."
        case .fraction(let table, let column, let line):
            "The time in line \(line) has a part of a second, and the column “\(column)” of \(table) holds whole ones: make a table with the statements that perfmon push --statements prints for this file."
        case .foreignRows(let table, let found, let expected):
            "\(table) has \(format.count(found)) rows of a batch of \(format.count(expected)): two pushes of the same file ran at once, or somebody copied rows. Nothing was added to it."
        case .changed(let table, let rows):
            "\(table) has rows of these devices and times already, from a file that went on otherwise after \(format.counted(rows, "row", "rows")): this one was changed since it was pushed, or another holds the same. Nothing more was written. Delete those rows first, or push into another table."
        case .sameTable(let name):
            "A server of a cluster would keep another table under the name “\(name)”: name a table with --into."
        case .lost(let table, let found, let expected):
            "\(table) has \(format.count(found)) of the \(format.count(expected)) rows that it took. Push the file again once all servers of the cluster answer."
        }
    }

    /// What to do after a push that was broken off.
    package func pushAgain() -> String {
        "What was written before stays. The same push again writes only what is missing."
    }
}
