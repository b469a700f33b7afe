package import Containers
package import Foundation
package import Values

/// Tables as a workbook (`.xlsx`), one sheet each, with typed cells: numbers with all their digits,
/// and on a calendar axis dates on the clock of the set.
package struct WorkbookExport: Sendable {
    private let tables: [any TableExport]
    private let zone: Zone?

    /// The media type of such a file.
    package static let mediaType =
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// - Parameters:
    ///   - axis: what the times of the tables count; without dates they stay numbers.
    ///   - zone: the wall clock of the axis.
    package init(_ tables: [any TableExport], axis: TimeKind, zone: Zone) {
        self.tables = tables
        self.zone = axis.isCalendar ? zone : nil
    }

    /// Writes the file, in bounded memory; it appears as a whole.
    ///
    /// - Parameter notes: makes a last sheet of what did not fit, its name and its lines.
    /// - Throws: `ContainerFault`, and what reading the tables throws.
    package func write(
        to url: URL, notes: (WorkbookCuts) -> (name: String, lines: [String])
    ) throws {
        let book = try WorkbookWriter(replacing: url.path)
        for table in tables {
            try book.begin(table.name, header: table.header)
            try table.forEachRow { try book.append($0.map(cell)) }
        }
        try book.endSheet()
        if !book.cuts.isEmpty {
            let (name, lines) = notes(book.cuts)
            try book.begin(name, header: [])
            for line in lines { try book.append([.text(line)]) }
        }
        try book.finish()
    }

    private func cell(_ cell: TableCell) -> WorkbookCell {
        switch cell {
        case .text(let text): .text(text)
        case .written(let text): Self.number(text).map(WorkbookCell.number) ?? .text(text)
        case .number(let value): .number(value)
        case .count(let count): .count(count)
        case .share(let share): .share(share)
        case .moment(let time): zone.map { .moment($0.wall(time)) } ?? .number(time)
        case .length(let length): zone == nil ? .number(length) : .duration(length)
        case .flag(let flag): .flag(flag)
        case .empty: .empty
        }
    }

    /// The number that a text shows in plain decimal notation; `nil` where a digit or a zero in
    /// front would be lost, as in `007` and numbers of more than 15 digits.
    private static func number(_ text: String) -> Double? {
        let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let isPlain = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        guard isPlain, parts.count <= 2, parts[0] == "0" || parts[0].first != "0",
            digits.utf8.count <= 16, text != "-0"
        else { return nil }
        return Double(text)
    }
}
