import Dispatch
import Foundation
import Programs
import Synchronization
import Testing

/// Batches that programs send while the server is killed again and again: what was answered is
/// there, and no batch is there twice or by half.
@Suite(
    "Rows sent to a server that is killed", .serialized,
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct RowKillTests {
    private static let rounds =
        ProcessInfo.processInfo.environment["ROW_KILL_ROUNDS"].flatMap { Int($0) } ?? 5

    @Test("Nothing answered is lost, and nothing is there twice or in part")
    func rounds() async throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-rows-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let game = RowKillGame(path: path, root: root)
        try await onOwnThread {
            for round in 0..<Self.rounds { try game.play(round) }
            try game.end()
        }
        for fault in game.faults() { Issue.record(Comment(rawValue: fault)) }
        let counts = game.counts
        #expect(counts["answered"] ?? 0 >= Self.rounds, "too little happened: \(counts)")
        #expect(counts["cut short"] ?? 0 > 0, "no batch was cut short: \(counts)")
    }
}

/// Threads that send batches with names, again until they are answered, and a server that is killed
/// meanwhile.
final class RowKillGame: Sendable {
    private struct State {
        var answered: Set<String> = []
        var sent: Set<String> = []
        var cutShort = 0
        var repeated = 0
        var next = 0
        /// Batches that were not answered, to be sent again.
        var open: [Int] = []
        var isOver = false
    }

    static let rowsPerBatch = 50
    private static let senders = 4
    private let path: String
    private let root: URL
    private let state = Mutex(State())

    init(path: String, root: URL) {
        self.path = path
        self.root = root
    }

    var counts: [String: Int] {
        state.withLock {
            [
                "answered": $0.answered.count, "sent": $0.sent.count, "cut short": $0.cutShort,
                "repeated": $0.repeated,
            ]
        }
    }

    /// Starts the server, lets batches come, and kills it at a moment that nobody knows.
    func play(_ round: Int) throws {
        let program = try BuiltProgram(path, root: root, options: ["--no-supervisor"])
        state.withLock { $0.isOver = false }
        let group = DispatchGroup()
        for _ in 0..<Self.senders {
            DispatchQueue.global().async(group: group) { self.sendUntilOver(program.port) }
        }
        usleep(UInt32.random(in: 20_000...400_000))
        program.kill()
        program.wait()
        state.withLock { $0.isOver = true }
        group.wait()
    }

    /// Sends what is open once more, to a server that lives.
    func end() throws {
        let program = try BuiltProgram(path, root: root, options: ["--no-supervisor"])
        let open = state.withLock { state in
            state.isOver = false
            defer { state.open = [] }
            return state.open
        }
        for batch in open { send(batch, program.port) }
        program.kill()
        program.wait()
    }

    private func sendUntilOver(_ port: UInt16) {
        while true {
            let batch = state.withLock { state -> Int? in
                if state.isOver { return nil }
                if let open = state.open.popLast() { return open }
                state.next += 1
                return state.next
            }
            guard let batch else { return }
            send(batch, port)
        }
    }

    /// The rows of a batch: their number is part of each, so that halves show.
    static func line(_ batch: Int, _ row: Int) -> String {
        "2026-01-01T00:00:00Z,d\(batch % 7),\(batch),\(row)"
    }

    private func send(_ batch: Int, _ port: UInt16) {
        let rows = (0..<Self.rowsPerBatch).map { Self.line(batch, $0) + "\n" }.joined()
        let text = "time,device,batch,row\n" + rows
        let head =
            "POST /api/v1/sets/fleet\(batch % 3)/rows HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: close\r\nContent-Type: text/csv\r\nIdempotency-Key: \(batch)\r\n"
            + "Content-Length: \(text.utf8.count)\r\n\r\n"
        let answer = PlainClient(port: port).answer(head + text) ?? ""
        let isTaken =
            answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("\"taken\":\(Self.rowsPerBatch)")
        state.withLock { state in
            state.sent.insert("\(batch)")
            if isTaken {
                state.answered.insert("\(batch)")
                if answer.contains("\"repeated\":true") { state.repeated += 1 }
            } else {
                state.cutShort += 1
                state.open.append(batch)
            }
        }
    }

    /// What is wrong with the files on disk.
    func faults() -> [String] {
        var found: [String: [String]] = [:]
        var faults: [String] = []
        for set in 0..<3 {
            let folder = root.appending(path: "raw/fleet\(set)")
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names {
                let text =
                    (try? String(
                        contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
                if !text.hasSuffix("\n") { faults.append("\(name) ends within a row") }
                for line in text.split(separator: "\n").dropFirst() {
                    let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                    guard cells.count == 4 else {
                        faults.append("a broken row: \(line)")
                        continue
                    }
                    found[String(cells[2]), default: []].append(String(line))
                }
            }
        }
        let (answered, sent) = state.withLock { ($0.answered, $0.sent) }
        for batch in answered where found[batch] == nil { faults.append("\(batch) is lost") }
        for (batch, lines) in found {
            let number = Int(batch) ?? -1
            if !sent.contains(batch) { faults.append("\(batch) was never sent") }
            if lines != (0..<Self.rowsPerBatch).map({ Self.line(number, $0) }) {
                faults.append("\(batch) is there with \(lines.count) rows")
            }
        }
        return faults
    }
}
