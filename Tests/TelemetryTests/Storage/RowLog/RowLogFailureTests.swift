import Foundation
import Synchronization
import Testing
import Values
@testable import Telemetry

@Suite("Rows taken when the disk is full or the power fails")
struct RowLogFailureTests {
    /// The step that fails, while one does.
    private final class Fault: Sendable {
        let step = Mutex<RowLogStep?>(nil)

        func check(_ step: RowLogStep) throws(StorageError) {
            if self.step.withLock({ $0 }) == step { throw .cannotWrite(path: "x", errno: ENOSPC) }
        }
    }

    @Test(
        "A full disk at any step leaves the old state, and room brings back all",
        arguments: [
            RowLogStep.journal, .flush, .file(0), .file(1),
        ])
    func full(step: RowLogStep) async throws {
        let fault = Fault()
        let place = try LogPlace { options in
            options.beforeStep = { step throws(StorageError) in try fault.check(step) }
        }
        try await place.append([["1", "a"]])
        let before = try place.files().map(\.text)
        fault.step.withLock { $0 = step }
        // One table goes on, the other begins a file.
        let cells = [[Array("9".utf8)[...]]]
        let batch = RowBatch(
            set: "fleet",
            tables: [
                SentTable(columns: ["time"], rows: cells),
                SentTable(stream: "other", columns: ["time"], rows: cells),
            ], key: "k")
        await #expect(throws: RowLogError.storage(.cannotWrite(path: "x", errno: ENOSPC))) {
            try await place.log.append(batch)
        }
        #expect(try place.files().map(\.text) == before)
        fault.step.withLock { $0 = nil }
        #expect(try await !place.log.append(batch).isRepeated)
        #expect(try place.files().map(\.text).sorted() == ["time\n9\n", "time,v\n1,a\n9,\n"])
        try place.restart()
        #expect(try place.files().map(\.text).sorted() == ["time\n9\n", "time,v\n1,a\n9,\n"])
    }

    /// A log with some groups of which none is flushed to its file, and its files' texts after each.
    private func grown() async throws -> (place: LogPlace, texts: [String], journals: [Int]) {
        let place = try LogPlace()
        var texts: [String] = []
        var journals: [Int] = []
        for number in 0..<4 {
            try await place.append([["\(number)", "value \(number)"]], key: "k\(number)")
            texts.append(try place.files().map(\.text).joined())
            journals.append(try Data(contentsOf: place.journal).count)
        }
        return (place, texts, journals)
    }

    @Test("However much of a file a loss of power takes, what was answered is there again")
    func lostTail() async throws {
        let (place, texts, _) = try await grown()
        let file = try place.place.folder.dataset("fleet").files[0].url
        // The first group made the file, and was on disk with it.
        for length in stride(from: texts[0].utf8.count, to: texts[3].utf8.count, by: 1) {
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(length))
            if length % 2 == 0 {
                // The size was safe, the bytes were not.
                try handle.truncate(atOffset: UInt64(texts[3].utf8.count))
            }
            try handle.close()
            let journal = try Data(contentsOf: place.journal)
            try place.restart()
            #expect(try place.files().map(\.text).joined() == texts[3], "cut at \(length)")
            // As if the new journal had not been begun: the next round finds the old one.
            try journal.write(to: place.journal)
        }
        try place.restart()
        #expect(try await place.append([["3", "value 3"]], key: "k3").isRepeated)
    }

    @Test("A journal that ends anywhere tells of whole groups only")
    func tornJournal() async throws {
        let (place, texts, journals) = try await grown()
        let whole = try Data(contentsOf: place.journal)
        let file = try place.place.folder.dataset("fleet").files[0].url
        for length in stride(from: journals[0], through: journals[3], by: 7) {
            try whole.prefix(length).write(to: place.journal)
            // The bytes of a group go to the file after the journal has it.
            let known = journals.lastIndex { $0 <= length } ?? 0
            let handle = try FileHandle(forWritingTo: file)
            try handle.truncate(atOffset: UInt64(texts[0].utf8.count))
            try handle.close()
            try place.restart()
            #expect(try place.files().map(\.text).joined() == texts[known], "cut at \(length)")
            for number in 0...3 where number != known + 1 {
                guard number <= known else { continue }
                let again = try await place.append(
                    [["\(number)", "value \(number)"]], key: "k\(number)")
                #expect(again.isRepeated)
            }
        }
    }

    @Test("A journal of any bytes does no harm")
    func damagedJournal() async throws {
        let (place, texts, _) = try await grown()
        let whole = try Data(contentsOf: place.journal)
        var generator = Generator(state: 3)
        for _ in 0..<200 {
            var damaged = whole
            let at = Int(generator.next() % UInt64(whole.count))
            damaged[at] ^= UInt8(truncatingIfNeeded: generator.next() | 1)
            try damaged.write(to: place.journal)
            try place.restart()
            #expect(try place.files().map(\.text).joined() == texts[3])
        }
    }

    @Test("A file that was to be made and is not there is made; one that people removed is not")
    func missing() async throws {
        let (place, _, _) = try await grown()
        let write = RowWrite(
            set: "new", file: "rows-20260101T000000Z.csv", inode: nil, offset: 0,
            bytes: Array("time\n1\n".utf8))
        var gone = write
        gone.set = "gone"
        gone.inode = 12
        let open = OpenRowFile(
            set: "new", stream: "rows", file: write.file, inode: 0, size: 0, columns: ["time"])
        let record = RowJournalRecord.group(writes: [write, gone], keys: [], files: [open, open])
        var journal = try Data(contentsOf: place.journal)
        journal += RowJournalFrames.frame(record)
        try journal.write(to: place.journal)
        try place.restart()
        #expect(try place.files("new").map(\.text) == ["time\n1\n"])
        #expect(throws: StorageError.self) { try place.files("gone") }
        try await place.append([["2"]], columns: ["time"], to: "new")
        #expect(try place.files("new").map(\.text) == ["time\n1\n2\n"])
    }

    @Test("Records are read back as they were written, and cut-off ones are none")
    func records() throws {
        let file = OpenRowFile(
            set: "ä", stream: "s", file: "f", inode: 7, size: 9, columns: ["a", ""])
        let key = KeyedBatch(key: BatchKey("k", set: "s"), digest: 1, taken: 2)
        let write = RowWrite(set: "s", file: "f", inode: 3, offset: 4, bytes: [0, 255])
        for record in [
            RowJournalRecord.start(keys: [key], files: [file]),
            .group(writes: [write], keys: [key], files: [file]), .start(keys: [], files: []),
        ] {
            let bytes = record.bytes
            #expect(try RowJournalRecord(bytes[...]) == record)
            for length in bytes.indices {
                #expect(throws: BinaryReader.Malformed.self) {
                    try RowJournalRecord(bytes[..<length])
                }
            }
        }
    }
}
