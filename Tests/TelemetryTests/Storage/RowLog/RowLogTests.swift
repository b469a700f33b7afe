import Foundation
import Synchronization
import Testing
import Values
@testable import Telemetry

/// A log over a data folder of its own.
final class LogPlace {
    let place: TemporaryFolder
    var options = RowLogOptions()
    private(set) var log: RowLog

    init(_ change: (inout RowLogOptions) -> Void = { _ in }) throws {
        place = try TemporaryFolder()
        change(&options)
        log = RowLog(folder: place.folder, options: options)
    }

    /// As after `kill -9`: what was in memory is gone.
    func restart() throws {
        weak let old = log
        log = RowLog(folder: place.folder, options: options)
        // It is held until its queue has told the last caller; with it goes its lock.
        while old != nil { usleep(1_000) }
        try log.recover()
    }

    @discardableResult
    func append(
        _ rows: [[String]], columns: [String] = ["time", "v"], to set: String = "fleet",
        stream: String = "rows", key: String? = nil, digest: UInt64 = 0
    ) async throws -> RowsTaken {
        try await log.append(
            .made(rows, columns: columns, to: set, stream: stream, key: key, digest: digest))
    }

    /// The files of a set, by name.
    func files(_ set: String = "fleet") throws -> [(name: String, text: String)] {
        try place.folder.dataset(set).files.map { file in
            (file.name, String(decoding: try Data(contentsOf: file.url), as: UTF8.self))
        }
    }

    /// The data lines of all files of a set, in their order.
    func lines(_ set: String = "fleet") -> [String] {
        ((try? files(set)) ?? []).flatMap { $0.text.split(separator: "\n").dropFirst() }
            .map(String.init)
    }

    var journal: URL { place.folder.root.appendingPathComponent("ingest/journal") }
}

extension RowBatch {
    static func made(
        _ rows: [[String]], columns: [String] = ["time", "v"], to set: String = "fleet",
        stream: String = "rows", key: String? = nil, digest: UInt64 = 0
    ) -> RowBatch {
        let cells = rows.map { $0.map { Array($0.utf8)[...] } }
        return RowBatch(
            set: set, tables: [SentTable(stream: stream, columns: columns, rows: cells)], key: key,
            digest: digest)
    }
}

@Suite("Rows taken durably")
struct RowLogTests {
    @Test("Rows go to one CSV file of their set, in the order in which they come")
    func order() async throws {
        let place = try LogPlace()
        let first = try await place.append([["1", "a"], ["2", "b,c"]])
        let second = try await place.append([["3"]])
        #expect(first.rows == 2 && second.rows == 1 && first.files == second.files)
        let files = try place.files()
        #expect(files.map(\.name) == first.files)
        #expect(files.map(\.text) == ["time,v\n1,a\n2,\"b,c\"\n3,\n"])
        #expect(RowFileName.stream(ofFile: files[0].name) == "rows")
    }

    @Test("Columns find their places by name; new ones widen the table by a new file")
    func columns() async throws {
        let place = try LogPlace()
        try await place.append([["1", "a"]])
        try await place.append([["b", "2"]], columns: ["v", "time"])
        try await place.append([["3"]], columns: ["time"])
        try await place.append([["4", "x"]], columns: ["time", "new"])
        try await place.append([["5", "c"]])
        #expect(
            try place.files().map(\.text) == ["time,v\n1,a\n2,b\n3,\n", "time,v,new\n4,,x\n5,c,\n"])
    }

    @Test(
        "Streams have files of their own, whatever they are called",
        arguments: [
            "cpu", "насос", "a/b", "../../etc", "con", "=cmd()", "<b>",
            String(repeating: "x", count: 300),
        ])
    func streams(name: String) async throws {
        let place = try LogPlace()
        try await place.append([["1", "a"]], stream: name)
        try await place.append([["2", "b"]])
        try await place.append([["3", "c"]], stream: name)
        let files = try place.files().map(\.text).sorted()
        #expect(files == ["time,v\n1,a\n3,c\n", "time,v\n2,b\n"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: place.place.folder.raw.path)
                == ["fleet"])
    }

    @Test("A file that is full is followed by another")
    func rotation() async throws {
        let place = try LogPlace { $0.fileLimit = 40 }
        for number in 0..<12 { try await place.append([["\(number)", "abcdef"]]) }
        let files = try place.files()
        #expect(files.count == 3)
        #expect(files.allSatisfy { $0.text.hasPrefix("time,v\n") && $0.text.utf8.count < 60 })
        #expect(place.lines() == (0..<12).map { "\($0),abcdef" })
    }

    @Test("A batch with a name is taken once, also after a restart and when its content differs")
    func keys() async throws {
        let place = try LogPlace()
        let first = try await place.append([["1", "a"]], key: "k", digest: 7)
        #expect(!first.isRepeated)
        let second = try await place.append([["1", "a"]], key: "k", digest: 7)
        #expect(second == RowsTaken(rows: 1, files: [], isRepeated: true))
        await #expect(throws: RowLogError.keyReused) {
            try await place.append([["2", "b"]], key: "k", digest: 8)
        }
        try place.restart()
        #expect(try await place.append([["1", "a"]], key: "k", digest: 7).isRepeated)
        #expect(try await !place.append([["3", "c"]], to: "other", key: "k", digest: 7).isRepeated)
        #expect(place.lines() == ["1,a"])
        #expect(place.lines("other") == ["3,c"])
    }

    @Test("The oldest names are forgotten, the newest are not")
    func keyLimit() async throws {
        let place = try LogPlace { $0.keyLimit = 3 }
        for number in 0..<10 { try await place.append([["\(number)", "x"]], key: "k\(number)") }
        try place.restart()
        for number in 7..<10 {
            #expect(try await place.append([["\(number)", "x"]], key: "k\(number)").isRepeated)
        }
        #expect(try await !place.append([["6", "x"]], key: "k6").isRepeated)
    }

    @Test("After a restart rows go on in the same file")
    func restart() async throws {
        let place = try LogPlace()
        try await place.append([["1", "a"]])
        try place.restart()
        try await place.append([["2", "b"]])
        #expect(try place.files().map(\.text) == ["time,v\n1,a\n2,b\n"])
    }

    @Test("Many callers at once: all is taken, each batch whole")
    func together() async throws {
        let place = try LogPlace { $0.journalLimit = 4_096 }
        try await send(to: place.log)
        let lines = place.lines()
        #expect(lines.count == 600)
        for caller in 0..<40 {
            let own = lines.filter { $0.hasPrefix("\(caller),") }
            #expect(own == (0..<15).map { "\(caller),\($0)" })
        }
        try place.restart()
        #expect(place.lines() == lines)
    }

    /// Forty callers with five batches each.
    private func send(to log: RowLog) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<40 {
                group.addTask {
                    for step in 0..<5 {
                        let rows = (0..<3).map { ["\(caller)", "\(step * 3 + $0)"] }
                        _ = try await log.append(.made(rows, key: "\(caller)-\(step)"))
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("What people do with a file is left alone: rows go on in a new one")
    func people() async throws {
        let place = try LogPlace()
        try await place.append([["1", "a"]])
        let name = try place.files()[0].name
        try place.place.put("fleet/\(name)", "time,v\n1,corrected\n")
        try await place.append([["2", "b"]])
        #expect(try place.files().map(\.text) == ["time,v\n1,corrected\n", "time,v\n2,b\n"])
        try place.place.folder.remove(dataset: "fleet")
        try place.restart()
        #expect(throws: StorageError.unknownDataset("fleet")) {
            try place.place.folder.dataset("fleet")
        }
        try await place.append([["3", "c"]])
        #expect(place.lines() == ["3,c"])
    }

    @Test("What a person said about a file is true of the next one")
    func corrections() async throws {
        let place = try LogPlace { $0.fileLimit = 10 }
        let first = try await place.append([["1", "a"]])
        let correction = SchemaCorrection(units: ["v": "°C"])
        try place.place.folder.setCorrection(correction, for: first.files[0], in: "fleet")
        try await place.append([["2", "b"]])
        let files = try place.place.folder.dataset("fleet").files
        #expect(try files.map { try $0.correction() } == [correction, correction])
    }

    @Test(
        "A set's name must be one that a folder can have",
        arguments: [
            ("a/b", "b"), ("../x", "x"), (" x", "x"), (".hidden", "hidden"), ("con", "_con"),
            ("..", nil),
        ])
    func names(name: String, nearest: String?) async throws {
        let place = try LogPlace()
        await #expect(throws: RowLogError.badSet(name, nearest: nearest)) {
            try await place.append([["1", "a"]], to: name)
        }
        for good in ["Werk 3, Halle <b>".replacing("<b>", with: "β"), "насосы 🚀"] {
            try await place.append([["1", "a"]], to: good)
            #expect(place.lines(good) == ["1,a"])
        }
    }

    @Test("A set whose rows are in a database takes none here")
    func database() async throws {
        let place = try LogPlace()
        _ = try place.place.folder.add(source: "fleet", settings: Data("{}".utf8))
        await #expect(throws: RowLogError.inDatabase("fleet")) {
            try await place.append([["1", "a"]], to: "fleet")
        }
    }

    @Test("Too many columns are refused, and what was planned beside them is taken")
    func tooWide() async throws {
        let place = try LogPlace()
        let wide = (0..<600).map { "a\($0)" }
        try await place.append([["1"]], columns: wide)
        await #expect(throws: RowLogError.tooManyColumns(limit: 1_000)) {
            try await place.append([["1"]], columns: (0..<600).map { "b\($0)" })
        }
        try await place.append([["2"]], columns: wide)
        #expect(place.lines().map { $0.prefix(2) } == ["1,", "2,"])
    }

    @Test("Old files that are followed by another are moved away, with what was said about them")
    func archive() async throws {
        let place = try LogPlace { $0.fileLimit = 10 }
        let first = try await place.append([["1", "a"]])
        let second = try await place.append([["2", "b"]])
        let third = try await place.append([["3", "c"]])
        try place.place.put("fleet/mine.csv", "time,v\n0,z\n")
        try place.place.folder.setCorrection(
            SchemaCorrection(units: ["v": "V"]), for: first.files[0], in: "fleet")
        let now = Date().timeIntervalSince1970
        #expect(try place.log.archive(before: now - 60) == [])
        let moved = try place.log.archive(before: now + 60)
        #expect(moved == [first.files[0], second.files[0]].map { "fleet/" + $0 })
        #expect(try Set(place.files().map(\.name)) == ["mine.csv", third.files[0]])
        let archive = place.place.folder.root.appendingPathComponent("archive/fleet").path
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: archive).sorted()
                == [first.files[0], first.files[0] + ".schema.json", second.files[0]].sorted())
        try place.restart()
        try await place.append([["4", "d"]])
        #expect(Set(place.lines()) == ["0,z", "3,c", "4,d"])
    }

    @Test("Two logs never write to one folder")
    func inUse() async throws {
        let place = try LogPlace()
        try await place.append([["1", "a"]])
        let second = RowLog(folder: place.place.folder)
        try second.recover()
        await #expect(throws: RowLogError.inUse) { try await second.append(.made([["2", "b"]])) }
        #expect(place.lines() == ["1,a"])
    }
}
