import Foundation
import Programs
import Testing

/// A set over which the program stops, from the first death to the button.
@Suite(
    "A data set that stops the program", .serialized,
    .enabled(
        if: BuiltProgram.path != nil && ProcessTable.isThere,
        "needs the built program and a table of processes in /proc"))
struct SetAsideTests {
    /// Rows that take a while to read.
    private static func writeSets(_ root: URL) throws {
        for (name, count) in [("good", 1), ("bad", 120_000)] {
            let file = root.appending(path: "raw/\(name)/readings.csv")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            let rows = (0..<10).map { "2026-01-01 00:00:0\($0),mill-\($0),\($0).25,7\n" }.joined()
            let text = "time,device,load,speed\n" + String(repeating: rows, count: count)
            try Data(text.utf8).write(to: file)
        }
        // The good one is shown where no set is named.
        let later = Date(timeIntervalSinceNow: 5)
        try FileManager.default.setAttributes(
            [.modificationDate: later],
            ofItemAtPath: root.appending(path: "raw/good/readings.csv").path)
    }

    /// A hundred traps were not enough.
    private struct NeverSetAside: Error {}

    private static func isSetAside(_ page: String?) -> Bool {
        page?.contains("“bad” is set aside.") == true
    }

    /// Asks for the bad set and lets the program trap meanwhile, until it is set aside. A trap
    /// that comes too early or too late is nobody's fault, and tried again.
    private static func trap(_ program: BuiltProgram) throws -> String {
        let client = PlainClient(port: program.port)
        for attempt in 0..<100 {
            guard let serving = program.servingProcess else {
                usleep(20_000)
                continue
            }
            _ = client.page("/import?set=bad") {
                usleep(UInt32(20_000 * (attempt % 20)))
                kill(serving, SIGILL)
            }
            // The page of the other set does not begin to read this one.
            guard client.page("/import?set=good")?.contains("1 set aside") == true else { continue }
            return try #require(client.page("/import?set=bad"))
        }
        throw NeverSetAside()
    }

    @Test("is set aside, says so, keeps its files, and is tried again when somebody says so")
    func life() async throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-aside-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try Self.writeSets(root)
        let file = root.appending(path: "raw/bad/readings.csv")
        let size = try Data(contentsOf: file).count
        try await onOwnThread {
            let first = try BuiltProgram(path, root: root)
            let page = try Self.trap(first)
            #expect(page.contains("The program crashed twice while working on it, last on "))
            #expect(page.contains("while reading the files."))
            #expect(page.contains("action=\"/import/retry\""))
            let good = PlainClient(port: first.port).page("/?set=good")
            #expect(good?.contains("mill-3") == true)
            #expect(good?.contains("1 set aside") == true)
            let export = PlainClient(port: first.port).page("/export/devices.csv?set=bad")
            #expect(export?.hasPrefix("HTTP/1.1 503 ") == true)
            #expect(Self.isSetAside(export))
            first.kill()
            first.wait()
            let kept = try Data(contentsOf: file).count
            #expect(kept == size)

            let second = try BuiltProgram(path, root: root)
            defer {
                second.kill()
                second.wait()
            }
            let client = PlainClient(port: second.port)
            #expect(Self.isSetAside(client.page("/trends?set=bad")))
            let retry = FormRequest("/import/retry", ["set": "bad"])
            #expect(client.status(retry.bytes, pause: 0) == 303)
            let end = ContinuousClock.now + .seconds(60)
            var last: String?
            while ContinuousClock.now < end, last?.contains("mill-3") != true {
                last = client.page("/?set=bad")
                usleep(100_000)
            }
            #expect(last?.contains("mill-3") == true)
            #expect(last?.contains("set aside") == false)
            #expect(
                !FileManager.default.fileExists(
                    atPath: root.appending(path: "processed/bad/stops.json").path))
        }
    }
}
