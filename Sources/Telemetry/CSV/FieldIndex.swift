import CKernels
import Values

/// A dialect as the kernels want it: how bytes are cut into records and fields.
struct CSVForm: Sendable {
    var kernel: ck_csv_form

    init(_ dialect: CSVDialect, fieldLengthLimit: Int) {
        let ending =
            switch dialect.lineEnd {
            case .lf, .crlf: CK_CSV_LINE_LF
            case .cr: CK_CSV_LINE_CR
            case .mixed: CK_CSV_LINE_ANY
            }
        kernel = ck_csv_form(
            delimiter: dialect.delimiter, quote: dialect.quote ?? 0, escape: dialect.escape ?? 0,
            comment: dialect.comment ?? 0, line_end: UInt8(truncatingIfNeeded: ending),
            field_limit: UInt32(clamping: max(1, fieldLengthLimit)))
    }

    var delimiter: UInt8 { kernel.delimiter }
    /// 0 if there are no quotes.
    var quote: UInt8 { kernel.quote }
    /// What escapes a quote; 0 if doubling it does.
    var escape: UInt8 { kernel.escape }
    /// Begins a comment line; 0 if there are none.
    var comment: UInt8 { kernel.comment }

    /// Whether a carriage return alone ends a line.
    var splitsAtReturn: Bool { Int(kernel.line_end) != CK_CSV_LINE_LF }

    /// Whether a line feed ends no line.
    var splitsOnlyAtReturn: Bool { Int(kernel.line_end) == CK_CSV_LINE_CR }

    /// Whether spaces separate fields, so that fields are cut free of them.
    var trimsFields: Bool { kernel.delimiter == 0x20 }
}

/// Bytes followed by the padding that the kernels may read.
struct PaddedBytes: Sendable {
    /// At least `count + padding` bytes.
    var storage: [UInt8]
    var count: Int

    static let padding = Int(CK_CSV_PADDING)

    init(capacity: Int) {
        storage = [UInt8](repeating: 0, count: capacity + Self.padding)
        count = 0
    }

    init(_ bytes: some Sequence<UInt8>) {
        storage = Array(bytes)
        count = storage.count
        storage.append(contentsOf: repeatElement(0, count: Self.padding))
    }

    /// Bytes that fit without growing, padding aside.
    var capacity: Int { storage.count - Self.padding }

    /// Makes room for `capacity` bytes; contents are lost where there was less.
    mutating func makeRoom(_ capacity: Int) {
        if capacity > self.capacity { self = PaddedBytes(capacity: capacity) }
    }

    /// Whether a line ends with the byte at `at`.
    func isLineEnd(_ at: Int, _ form: CSVForm) -> Bool {
        if storage[at] == 0x0A { return !form.splitsOnlyAtReturn }
        let isPair = at + 1 < count && storage[at + 1] == 0x0A
        return storage[at] == 0x0D && form.splitsAtReturn && !isPair
    }

    /// Line ends within a range, also those in quotes.
    func lineEnds(in range: Range<Int>, _ form: CSVForm) -> Int {
        switch Int(form.kernel.line_end) {
        case CK_CSV_LINE_LF:
            unsafe ck_csv_count_byte(storage, range.lowerBound, range.upperBound, 0x0A)
        case CK_CSV_LINE_CR:
            unsafe ck_csv_count_byte(storage, range.lowerBound, range.upperBound, 0x0D)
        default: range.count { isLineEnd($0, form) }
        }
    }
}

/// Where the fields of whole records lie; its memory is reused from scan to scan.
struct FieldIndex: Sendable {
    /// The end of field `k` is `ends[k + 1]`; it starts behind `ends[k]`.
    private(set) var ends: [UInt32] = []
    /// The first field of each line, and behind the last line the number of fields.
    private(set) var firsts: [UInt32] = []
    /// Records, with blank and comment lines.
    private(set) var lineCount = 0
    private(set) var fieldCount = 0
    /// False where no field can be quoted, so that every record is one line.
    private(set) var hasQuotes = true
    /// Bytes of the longest field of 64 bytes or more; 0 without such a field.
    private(set) var longestField = 0
    private(set) var openQuotes = 0
    /// Lines with a quote that never closes; only the first 4,096 of them.
    private(set) var openLines: [UInt32] = []

    /// Finds all fields of `bytes`, which hold whole records.
    /// - Complexity: O(n).
    mutating func scan(_ bytes: PaddedBytes, form: CSVForm) {
        reserve(bytes.count + PaddedBytes.padding)
        take(
            unsafe ck_csv_index_fields(
                form.kernel, bytes.storage, bytes.count, &ends, &firsts, &openLines,
                openLines.count))
    }

    /// The same by the general indexer alone, against which the fast one is tested.
    mutating func scanExactly(_ bytes: PaddedBytes, form: CSVForm) {
        reserve(bytes.count + PaddedBytes.padding)
        ends[0] = .max
        take(
            unsafe ck_csv_index_fields_exactly(
                form.kernel, bytes.storage, bytes.count, &ends, &firsts, &openLines,
                openLines.count))
    }

    private mutating func reserve(_ room: Int) {
        if ends.count < room {
            ends = Self.untouched(room)
            firsts = Self.untouched(room)
        }
        if openLines.isEmpty { openLines = [UInt32](repeating: 0, count: 4096) }
    }

    /// Room for the worst case, of which a usual file needs a tenth. Pages that are never written
    /// take no memory, so it is left uninitialized.
    private static func untouched(_ count: Int) -> [UInt32] {
        unsafe [UInt32](unsafeUninitializedCapacity: count) { _, initialized in
            initialized = count
        }
    }

    private mutating func take(_ counts: ck_csv_counts) {
        lineCount = counts.lines
        fieldCount = counts.fields
        longestField = Int(counts.longest)
        openQuotes = counts.open_quotes
        hasQuotes = counts.quotes
    }

    /// Whether every line has `width` fields.
    func isEven(width: Int) -> Bool {
        unsafe ck_csv_has_width(firsts, lineCount, UInt32(clamping: width))
    }

    /// The fields of a line.
    func fields(ofLine line: Int) -> Range<Int> { Int(firsts[line])..<Int(firsts[line + 1]) }

    /// The bytes of a field as written, quotes and the spaces around it included, without the
    /// return of a CRLF.
    func range(ofField field: Int, in bytes: PaddedBytes) -> Range<Int> {
        let start = Int(ends[field] &+ 1)
        var end = Int(ends[field + 1])
        if end > start, bytes.storage[end - 1] == 0x0D,
            end == bytes.count || bytes.storage[end] == 0x0A
        {
            end -= 1
        }
        return start..<end
    }

    /// How many leading bytes are whole records; 0 where the first record is longer than `bytes`.
    static func wholeRecords(_ bytes: PaddedBytes, form: CSVForm, isLast: Bool) -> Int {
        unsafe ck_csv_find_records_end(form.kernel, bytes.storage, bytes.count, isLast)
    }
}

extension PaddedBytes {
    /// At most `limit` leading bytes, cut behind a line end where something is left out.
    func prefix(_ limit: Int) -> ArraySlice<UInt8> {
        guard limit < count else { return storage[..<count] }
        let end = storage[..<limit].lastIndex { $0 == 0x0A || $0 == 0x0D }
        return storage[..<((end ?? limit - 1) + 1)]
    }
}
