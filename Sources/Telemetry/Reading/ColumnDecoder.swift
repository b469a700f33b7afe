import CKernels

/// Buffers reused from chunk to chunk.
struct ParserScratch: Sendable {
    var index = FieldIndex()
    var left: [UInt32] = []
    var table: [ck_csv_entry] = []
    var fold = FoldScratch()

    /// Makes room for `rows` rows.
    mutating func reserve(rows: Int) {
        if left.count < rows { left = [UInt32](repeating: 0, count: rows) }
    }
}

/// Reads whole columns of a chunk: plain values by the kernels, all others row by row.
struct ColumnDecoder {
    let bytes: PaddedBytes
    let form: CSVForm
    /// The first field of each row to be read.
    var firsts: [UInt32]
    var scratch: ParserScratch

    var rowCount: Int { firsts.count }

    /// Where a cell is, as written.
    func range(row: Int, column: Int) -> Range<Int> {
        scratch.index.range(ofField: Int(firsts[row]) + column, in: bytes)
    }

    /// The bytes of a cell without quotes and blanks around it.
    func cell(row: Int, column: Int) -> [UInt8] {
        let cell = CellText.bytes(bytes.storage, in: range(row: row, column: column), form: form)
        let range = cell.span.trimmedRange
        return range.count == cell.count ? cell : Array(cell[range])
    }

    /// Decimal numbers of a column, NaN where empty; `other` reads what is not plain, NaN for none.
    mutating func numbers(
        column: Int, decimalComma: Bool, other: (_ row: Int, _ cell: [UInt8]) -> Double
    ) -> [Double] {
        scratch.reserve(rows: rowCount)
        var others = 0
        var values = unsafe [Double](unsafeUninitializedCapacity: rowCount) { values, count in
            others = unsafe ck_csv_read_decimals(
                bytes.storage, scratch.index.ends, firsts, rowCount, column,
                decimalComma ? 0x2C : 0x2E, form.quote, values.baseAddress, &scratch.left)
            count = rowCount
        }
        readOthers(others, column: column, into: &values, other)
        return values
    }

    /// Seconds since 1970 of a column of times with the year first, NaN where empty; wall-clock
    /// seconds without a zone. `other` reads what is not written in the plainest way.
    mutating func times(
        column: Int, hasZone: Bool, other: (_ row: Int, _ cell: [UInt8]) -> Double
    ) -> [Double] {
        scratch.reserve(rows: rowCount)
        var others = 0
        var values = unsafe [Double](unsafeUninitializedCapacity: rowCount) { values, count in
            others = unsafe ck_csv_read_times(
                bytes.storage, scratch.index.ends, firsts, rowCount, column, hasZone, form.quote,
                values.baseAddress, &scratch.left)
            count = rowCount
        }
        readOthers(others, column: column, into: &values, other)
        return values
    }

    private func readOthers(
        _ count: Int, column: Int, into values: inout [Double],
        _ other: (_ row: Int, _ cell: [UInt8]) -> Double
    ) {
        for row in scratch.left.prefix(count) {
            values[Int(row)] = other(Int(row), cell(row: Int(row), column: column))
        }
    }

    /// The different texts of a column as slices of the bytes, in order of appearance, and for each
    /// row the index of its text; entry 0 is the empty text.
    mutating func texts(column: Int) -> (slices: [Range<Int>], indices: [UInt32]) {
        if scratch.table.isEmpty {
            scratch.table = [ck_csv_entry](repeating: ck_csv_entry(), count: 1024)
        } else {
            unsafe ck_csv_clear_entries(&scratch.table, scratch.table.count)
        }
        var indices = [UInt32](repeating: 0, count: rowCount)
        var row = 0
        var codes: UInt32 = 0
        while row < rowCount {
            row = unsafe ck_csv_read_texts(
                bytes.storage, scratch.index.ends, firsts, rowCount, column, row, form.quote,
                &scratch.table, scratch.table.count, &codes, &indices)
            if row < rowCount { growTable() }
        }
        var slices = [Range<Int>](repeating: 0..<0, count: Int(codes) + 1)
        for entry in scratch.table where entry.length > 0 {
            slices[Int(entry.code)] = Int(entry.start)..<Int(entry.start + entry.length)
        }
        // A large table is not kept, as every later column would have to clear it.
        if scratch.table.count > 65_536 { scratch.table = [] }
        return (slices, indices)
    }

    private mutating func growTable() {
        let old = scratch.table
        var table = [ck_csv_entry](repeating: ck_csv_entry(), count: old.count * 4)
        for entry in old where entry.length > 0 {
            var slot = Int(truncatingIfNeeded: entry.hash) & (table.count - 1)
            while table[slot].length > 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = entry
        }
        scratch.table = table
    }

    /// Whether two rows are the same, byte for byte.
    func rowsEqual(_ one: Int, _ other: Int) -> Bool {
        let (first, second) = (rowRange(one), rowRange(other))
        return first.count == second.count
            && bytes.storage[first].elementsEqual(bytes.storage[second])
    }

    func rowHash(_ row: Int) -> UInt32 {
        let range = rowRange(row)
        return unsafe bytes.storage.withUnsafeBufferPointer { memory in
            guard let base = memory.baseAddress else { return 0 }
            return unsafe ck_csv_hash_text(base + range.lowerBound, range.count)
        }
    }

    private func rowRange(_ row: Int) -> Range<Int> {
        let fields = scratch.index.fields(ofLine: scratch.index.line(ofField: Int(firsts[row])))
        let start = scratch.index.range(ofField: fields.lowerBound, in: bytes).lowerBound
        return start..<scratch.index.range(ofField: fields.upperBound - 1, in: bytes).upperBound
    }
}
