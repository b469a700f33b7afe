import Foundation
import Testing

@testable import App

/// What was acknowledged is there after `kill -9`, and nothing is there by half.
@Suite("Killed without warning", .enabled(if: KilledProgram.path != nil, "needs the built program"))
struct KillTests {
    /// What a file may hold: its last acknowledged content, or that of the upload under way.
    private struct Expected {
        var acknowledged: String?
        var underWay: String?

        func allows(_ content: String?) -> Bool { content == acknowledged || content == underWay }
    }

    private static let rounds = 100

    @Test("100 rounds of uploads, appends and replacements, killed at any moment")
    func uploads() async throws {
        let path = try #require(KilledProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-kill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        var generator = Scramble(state: 20_261_122)
        var files: [String: Expected] = [:]
        var answered = 0
        for round in 0..<Self.rounds {
            let program = try KilledProgram(path, root: root)
            check(&files, in: root, round: round)
            let wait = UInt64(generator.next(below: 500)) * 1_000_000
            let identifier = program.identifier
            let killer = Task.detached {
                try? await Task.sleep(nanoseconds: wait)
                kill(identifier, SIGKILL)
            }
            for step in 0..<3 {
                let set = "set\(generator.next(below: 6))"
                let rows = text(from: round * 10 + step, count: 1 + generator.next(below: 3_000))
                let before = files[set]?.acknowledged
                let mode = before == nil ? "new" : step == 1 ? "replace" : "append"
                let whole = mode == "append" ? (before ?? "") + rows.body : rows.head + rows.body
                files[set, default: Expected()].underWay = whole
                let status = await program.upload(
                    rows.head + rows.body, name: "readings.csv", set: set, mode: mode)
                guard let status else { break }
                answered += 1
                #expect(status == 303, "round \(round): \(mode) gave \(status)")
                if status == 303 { files[set] = Expected(acknowledged: whole) }
            }
            await killer.value
            program.kill()
        }
        let last = try KilledProgram(path, root: root)
        check(&files, in: root, round: Self.rounds)
        last.kill()
        #expect(answered > 20, "too few uploads were answered to prove anything")
    }

    private func check(_ files: inout [String: Expected], in root: URL, round: Int) {
        for (set, expected) in files {
            let file = root.appending(path: "raw/\(set)/readings.csv")
            let content = try? String(contentsOf: file, encoding: .utf8)
            #expect(expected.allows(content), "round \(round): \(set) is not whole")
            files[set] = Expected(acknowledged: content)
        }
        let left =
            (try? FileManager.default.contentsOfDirectory(
                atPath: root.appending(path: "incoming").path)) ?? []
        #expect(left.filter { $0 != ".lock" } == [], "round \(round) left litter")
    }

    private func text(from start: Int, count: Int) -> (head: String, body: String) {
        let rows = (0..<count).map { row in
            "\(1_700_000_000 + start * 10_000 + row),pump-\(row % 3),\(row % 17).5\n"
        }
        return ("time,device,pressure\n", rows.joined())
    }
}

/// A small pseudo-random sequence with a stated seed.
private struct Scramble {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
