import Values

/// Cuts a file into chunks of whole records, in order and in bounded memory.
struct ChunkSource {
    /// Some whole records.
    struct Chunk {
        var bytes: PaddedBytes
        /// Counts from 0.
        var number: Int
        /// The bytes are in the file's encoding, not yet UTF-8.
        var needsDecoding: Bool
    }

    private let file: InputFile
    /// Where reading ends, as an offset in the file.
    private let size: Int
    private let form: CSVForm
    private let decoding: TextDecoding
    /// Records can only be told apart in decoded text.
    private let decodesFirst: Bool
    private let chunkSize: Int
    /// A longer record is cut there, whatever it holds.
    private let recordLimit: Int
    private var pending: [UInt8] = []
    /// The next byte of the file to read; those before it are in chunks or in `pending`.
    private var offset: Int
    private var number = 0
    /// Hash of the bytes that went into chunks so far.
    private(set) var hash: ContentHash
    /// The last record has no line end.
    private(set) var endsInsideRow = false

    /// Begins at an offset at which a record does, and ends at `end`, else with the file.
    init(
        file: InputFile, plan: ReadPlan, options: ReadOptions, offset: Int, end: Int? = nil,
        hash: ContentHash
    ) {
        self.file = file
        self.offset = offset
        size = min(file.size, end ?? file.size)
        self.hash = hash
        form = plan.form
        decoding = plan.decoding
        decodesFirst = !plan.decoding.cutsBeforeDecoding(plan.form)
        let whole = plan.needsOrder ? file.size : options.chunkSize
        chunkSize = max(4096, min(whole, 1 << 28))
        recordLimit = chunkSize + max(1 << 24, 2 * options.fieldLengthLimit)
    }

    /// The offset in the file up to which bytes went into chunks.
    var consumed: Int { offset - pending.count }

    /// The next chunk, in the memory of `buffer`; `nil` at the end.
    mutating func next(reusing buffer: consuming PaddedBytes) throws(LoadError) -> Chunk? {
        var wanted = chunkSize
        while true {
            let room = min(wanted, pending.count + max(0, size - offset))
            buffer.makeRoom(room)
            try fill(&buffer, to: room)
            let isLast = offset >= size
            if buffer.count == 0 { return nil }
            if decodesFirst {
                if let chunk = decodedChunk(buffer, isLast: isLast, wanted: wanted) { return chunk }
            } else {
                var whole = FieldIndex.wholeRecords(buffer, form: form, isLast: isLast)
                if whole == 0, wanted >= recordLimit { whole = buffer.count }
                if whole > 0 {
                    setAside(buffer, from: whole)
                    buffer.count = whole
                    finish(&buffer, isLast: isLast && pending.isEmpty)
                    hash.append(buffer.storage.span.extracting(first: whole))
                    return chunk(buffer, needsDecoding: decoding.encoding != .utf8)
                }
            }
            pending = Array(buffer.storage[..<buffer.count])
            wanted *= 2
        }
    }

    private mutating func fill(_ buffer: inout PaddedBytes, to wanted: Int) throws(LoadError) {
        buffer.storage.replaceSubrange(0..<pending.count, with: pending)
        let got = try file.read(
            into: &buffer.storage, from: pending.count, count: wanted - pending.count,
            offset: offset)
        // A file that has shrunk meanwhile ends here.
        buffer.count = pending.count + got
        offset = got < wanted - pending.count ? max(offset + got, size) : offset + got
        pending = []
    }

    /// Keeps what follows the whole records for the next chunk.
    private mutating func setAside(_ buffer: borrowing PaddedBytes, from whole: Int) {
        pending = Array(buffer.storage[whole..<buffer.count])
    }

    /// Decodes UTF-16 and the like here, since their records cannot be told apart before.
    private mutating func decodedChunk(_ buffer: PaddedBytes, isLast: Bool, wanted: Int) -> Chunk? {
        let raw = buffer.storage.span.extracting(first: buffer.count)
        var text = PaddedBytes(decoding.utf8(raw).text)
        var whole = FieldIndex.wholeRecords(text, form: form, isLast: isLast)
        if whole == 0, wanted >= recordLimit { whole = text.count }
        guard whole > 0 || isLast else { return nil }
        let length = decoding.length(of: raw, givingText: whole)
        let used = isLast ? buffer.count : min(buffer.count, length)
        pending = Array(buffer.storage[used..<buffer.count])
        hash.append(raw.extracting(first: used))
        text.count = whole
        finish(&text, isLast: isLast)
        return chunk(text, needsDecoding: false)
    }

    private mutating func finish(_ text: inout PaddedBytes, isLast: Bool) {
        guard isLast, text.count > 0 else { return }
        let end = text.storage[text.count - 1]
        endsInsideRow = end != 0x0A && !(end == 0x0D && form.splitsAtReturn)
        // The kernels look for a line end after a carriage return.
        text.storage[text.count] = 0x0A
    }

    private mutating func chunk(_ bytes: PaddedBytes, needsDecoding: Bool) -> Chunk {
        defer { number += 1 }
        return Chunk(bytes: bytes, number: number, needsDecoding: needsDecoding)
    }
}
