import Values

/// The sample as columns of equal length with their types.
struct SampleTable {
    let dialect: CSVDialect
    let columns: [SampleColumn]
    let rowCount: Int
    /// Ranges of rows that follow each other in the file.
    let segments: [Range<Int>]
    /// Share of the rows with another number of cells than there are columns, 0…1.
    let raggedShare: Double
    /// Columns with a name that occurred before, and columns without one.
    let repeatedNames: Int
    let unnamedColumns: Int

    init(
        _ sample: TextSample, dialect: CSVDialect, options: ReadOptions,
        correction: DialectCorrection?, dayFirst: Bool? = nil
    ) throws(LoadError) {
        self.dialect = dialect
        let form = CSVForm(dialect, fieldLengthLimit: options.fieldLengthLimit)
        let head = SampleRows(sample.head, form: form, first: Self.headRows, windows: 8)
        let rows = Self.rows(head, dialect)
        var records = rows.records
        var segments = rows.segments
        let titles = TableTitles(sample.head, dialect)
        let (header, units) = (titles.names, titles.units)
        let width = Self.width(records, header: header.count)
        guard width > 0, width <= options.maximumColumns else {
            throw .noColumns(file: sample.name)
        }
        for block in sample.blocks where dialect.head.end == nil {
            // A block may begin within a quoted text: rows with another number of cells are left
            // out.
            let rows = SampleRows(block, form: form, first: SampleRows.windowSize).rows.filter {
                $0.cells.count == width && dialect.isRow($0, isBehindHead: true)
                    && !$0.cells.allSatisfy(\.isEmpty)
            }
            segments.append(records.count..<(records.count + rows.count))
            records += rows
        }
        guard !records.isEmpty else { throw .noRows(file: sample.name) }
        if dialect.delimiter == 0x2C,
            let fields = DecimalCommas.fields(of: records, names: header.count)
        {
            throw .decimalCommas(file: sample.name, names: header.count, fields: fields)
        }
        rowCount = records.count
        self.segments = segments
        raggedShare = Double(records.count { $0.cells.count != width }) / Double(records.count)
        let missing = MissingMarkers(options.missingMarkers)
        let names = Self.names(header, width: width, shift: Self.shift(header, records, width))
        repeatedNames = names.repeated
        unnamedColumns = dialect.hasHeader ? names.unnamed : 0
        var columns = (0..<width).map { column in
            SampleColumn(
                index: column, name: names.unique[column], header: names.headers[column],
                unitCell: units.count > column ? Self.text(units[column]) : nil,
                cells: records.map { row in
                    guard row.cells.count > column else { return [] }
                    let cell = row.cells[column]
                    let range = cell.span.trimmedRange
                    return range.count == cell.count ? cell : Array(cell[range])
                },
                missing: missing)
        }
        let common = NumberFormatInference.commonSign(columns.map(\.evidence))
        for column in columns.indices {
            columns[column].type(
                common: common, delimiter: dialect.delimiter, missing: missing,
                correction: correction)
        }
        let order = dayFirst ?? Self.dayFirst(columns)
        if let order, correction?.dayFirst == nil {
            for column in columns.indices { columns[column].settleOrder(dayFirst: order) }
        }
        self.columns = columns
    }

    /// The order of day and month where all columns whose dates settle it agree; else `nil`.
    private static func dayFirst(_ columns: [SampleColumn]) -> Bool? {
        let orders = Set(
            columns.compactMap(\.time).filter { !$0.isAmbiguous }.compactMap { time -> Bool? in
                switch time.format.form {
                case .dayFirst: true
                case .monthFirst: false
                default: nil
                }
            })
        return orders.count == 1 ? orders.first : nil
    }

    /// Records at the beginning that are all taken; of the rest only some are.
    private static let headRows = 2_500

    /// The records of the table that are not empty.
    private static func rows(
        _ sample: SampleRows, _ dialect: CSVDialect
    ) -> (records: [SampleRows.Row], segments: [Range<Int>]) {
        var records: [SampleRows.Row] = []
        var segments: [Range<Int>] = []
        for segment in sample.segments {
            let start = records.count
            for row in segment {
                let row = sample.rows[row]
                guard dialect.isRow(row), !row.cells.allSatisfy(\.isEmpty) else { continue }
                records.append(row)
            }
            segments.append(start..<records.count)
        }
        return (records, segments)
    }

    /// The most frequent number of cells, or the header's where that is more, or where the rows
    /// have one empty cell more.
    private static func width(_ records: [SampleRows.Row], header: Int) -> Int {
        let usual = DelimiterScore.usualCount(records)
        guard header > 0, usual == header + 1 else { return max(usual, header) }
        let isTrailing = records.allSatisfy { $0.cells.count <= header || $0.cells[header].isEmpty }
        return isTrailing ? header : usual
    }

    /// 1 where rows begin with a name that the header does not name, different in nearly each, as R
    /// writes tables. Else 0: the last cells lack a name.
    private static func shift(_ header: [[UInt8]], _ records: [SampleRows.Row], _ width: Int) -> Int
    {
        guard !header.isEmpty, header.count == width - 1 else { return 0 }
        let firsts = records.compactMap { $0.cells.first }.filter { !$0.isEmpty }
        return Set(firsts).count * 20 >= records.count * 19 ? 1 : 0
    }

    private static func text(_ cell: [UInt8]) -> String {
        String(decoding: cell, as: UTF8.self).trimmingSpaces()
    }

    private static func names(
        _ header: [[UInt8]], width: Int, shift: Int
    ) -> (unique: [String], headers: [String], repeated: Int, unnamed: Int) {
        var seen: [String: Int] = [:]
        var (unique, headers): ([String], [String]) = ([], [])
        var (repeated, unnamed) = (0, 0)
        for column in 0..<width {
            let place = column - shift
            var written = header.indices.contains(place) ? text(header[place]) : ""
            if written.hasPrefix("#") { written = String(written.dropFirst()).trimmingSpaces() }
            headers.append(written)
            if written.isEmpty { unnamed += 1 }
            let base = written.isEmpty ? "column \(column + 1)" : written
            let count = seen[base, default: 0] + 1
            seen[base] = count
            if count > 1 { repeated += 1 }
            var name = count > 1 ? "\(base) \(count)" : base
            while count > 1, seen[name] != nil { name += "'" }
            if count > 1 { seen[name] = 1 }
            unique.append(name)
        }
        return (unique, headers, repeated, unnamed)
    }

    /// Pairs of rows that follow each other in the file.
    var steps: some Sequence<(Int, Int)> {
        segments.lazy.filter { $0.count > 1 }.flatMap { segment in
            segment.dropFirst().lazy.map { ($0 - 1, $0) }
        }
    }

    /// Whether the texts of the sources together determine those of all targets.
    func determines(_ sources: [Int], _ targets: [Int]) -> Bool {
        targets.allSatisfy { determines(sources, $0) }
    }

    /// Whether the texts of the sources together determine the target's, but for `tolerance` of the
    /// rows as a share.
    /// - Complexity: O(rows × sources).
    func determines(_ sources: [Int], _ target: Int, tolerance: Double = 0.005) -> Bool {
        var known: [[Int]: Int] = [:]
        var breaks = 0
        for row in 0..<rowCount {
            let key = sources.map { columns[$0].codes[row] }
            let code = columns[target].codes[row]
            if let before = known[key] {
                if before != code { breaks += 1 }
            } else {
                known[key] = code
            }
        }
        return Double(breaks) <= tolerance * Double(rowCount)
    }
}

extension CSVDialect {
    /// Whether a record belongs to the table that is read. `isBehindHead`: it comes from further on
    /// in the file, where its line number says nothing.
    func isRow(_ row: SampleRows.Row, isBehindHead: Bool = false) -> Bool {
        guard isBehindHead || row.line >= head.firstRow && row.line < head.end ?? .max else {
            return false
        }
        return sections?.mark.map { row.cells.first == $0 } ?? true
    }
}
