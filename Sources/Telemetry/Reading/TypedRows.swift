import Foundation
package import Values

/// Rows with one typed column for each of a layout.
package struct TypedRows: Sendable {
    /// The cells of a column.
    package enum Cells: Sendable {
        /// NaN where nothing is given.
        case numbers([Double])
        case texts(DictionaryColumn)
    }

    /// How many rows there are.
    package var count: Int
    /// The line on which each row starts, from 1.
    package var lines: RowNumbers
    /// One entry for each column of the layout.
    package var columns: [Cells]
    /// A hash of each row as it is written in the file.
    package var hashes: [UInt32]
}

extension CSVReader {
    /// Reads all rows as a table of a database holds them: checked as for any other reading, but
    /// all numbers as they stand, counters and those that mean missing too, and with the columns
    /// that nothing else is made of.
    ///
    /// Rows without a time or device are left out and counted in the report. `device` is the name
    /// of a device that only the file names.
    /// - Throws: `LoadError`, or what `body` throws.
    /// - Complexity: O(bytes); memory of a few chunks.
    package func readTyped(
        _ layout: TypedLayout, device: String, _ body: (TypedRows) throws -> Void
    ) throws -> FileReport {
        let file = try InputFile(path: url.path)
        let plan = try ReadPlan(schema, options: options)
        var run = try ChunkRun(
            file: file, plan: plan, options: options, name: url.lastPathComponent, from: nil)
        run.keepsRows = true
        try run.forEachChunk { chunk, batch in
            guard batch.count > 0, var cells = chunk.rows else { return }
            let columns = layout.columns.map { column -> TypedRows.Cells in
                switch column.origin {
                case .time: .numbers(batch.times)
                case .device: .texts(batch.namedDevices(device))
                case .numbers(let index, let notation):
                    .numbers(cells.numbers(index, notation, missing: plan.missing))
                case .cells(let index): .texts(cells.dictionary(column: index))
                }
            }
            try body(
                TypedRows(
                    count: batch.count, lines: batch.lines, columns: columns,
                    hashes: (0..<batch.count).map(cells.rowHash)))
        }
        return run.report
    }
}

extension ColumnDecoder {
    /// The numbers of a column, NaN for anything else.
    fileprivate mutating func numbers(
        _ column: Int, _ notation: NumberNotation, missing: MissingMarkers
    ) -> [Double] {
        let parser = NumberParser(notation, missing: missing)
        return numbers(column: column, decimalComma: notation.decimalComma) { _, cell in
            if case .value(let value) = parser.parse(cell.span) { value } else { .nan }
        }
    }
}

extension RecordBatch {
    /// The devices, where rows that name none are of the device with that name.
    fileprivate func namedDevices(_ name: String) -> DictionaryColumn {
        var result = devices
        result.names[0] = name
        return result
    }
}
