import Dispatch
import Foundation
import Programs
import Testing

/// What was acknowledged is there after `kill -9`, and nothing is there by half: of the process
/// that serves, under a supervisor that goes on, and of the supervisor, with which it ends.
@Suite(
    "Killed without warning", .serialized,
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct KillTests {
    /// Rounds at least, and at most where a slow machine lets too few of a kind happen.
    private static let rounds = 100...1_000

    @Test("100 rounds and more of changes to data, models and notes, killed at any moment")
    func rounds() async throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-kill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let game = try await onOwnThread {
            var game = try KillGame(path: path, state: StoredState(root: root))
            for round in 0..<Self.rounds.upperBound {
                if round >= Self.rounds.lowerBound, game.isConclusive { break }
                try game.play(round)
            }
            try game.end()
            return game
        }
        let state = game.state
        for fault in state.faults { Issue.record(Comment(rawValue: fault)) }
        #expect(
            game.isConclusive, "too few of some kind happened to prove anything: \(game.counts)")
    }
}

/// A program that is killed again and again, and what its data folder must hold.
struct KillGame: Sendable {
    let path: String
    private(set) var state: StoredState
    private(set) var supervisorKills = 0
    private(set) var servingKills = 0
    private var program: BuiltProgram?

    /// Nobody answered after the process that serves was killed.
    private struct NoSuccessor: Error {}

    init(path: String, state: StoredState) {
        self.path = path
        self.state = state
    }

    /// How often each kind of thing has happened that must happen to prove anything.
    var counts: [String: Int] {
        [
            "answered": state.answered, "cut short": state.cutShort,
            "learned": state.models.timesLearned, "supervisor killed": supervisorKills,
            "serving process killed": servingKills,
        ]
    }

    /// Whether enough of each kind has happened.
    var isConclusive: Bool {
        state.answered >= 50 && state.cutShort >= 50 && state.models.timesLearned >= 3
            && supervisorKills >= 30 && (servingKills >= 30 || !ProcessTable.isThere)
    }

    /// Starts unless it runs, compares, makes up to three changes of which one is cut short by the
    /// kill.
    mutating func play(_ round: Int) throws {
        let program = try self.program ?? BuiltProgram(path, root: state.root)
        self.program = program
        state.compare("round \(round)")
        let serving = state.scramble.next(below: 2) == 0 ? program.servingProcess : nil
        let killer = DispatchGroup()
        let last = state.scramble.next(below: 3)
        for step in 0...last {
            if step == last {
                let delay = UInt32(state.scramble.next(below: state.patience))
                DispatchQueue.global().async(group: killer) {
                    usleep(delay)
                    Self.kill(program, serving)
                }
            }
            guard state.change(program.port, seed: round * 10 + step) else { break }
        }
        killer.wait()
        if serving == nil {
            supervisorKills += 1
            program.wait()
            self.program = nil
        } else {
            servingKills += 1
            // Answered by the successor, which has cleared up before it serves.
            guard PlainClient(port: program.port).page("/import") != nil else {
                throw NoSuccessor()
            }
        }
    }

    private static func kill(_ program: BuiltProgram, _ serving: pid_t?) {
        guard let serving else { return program.kill() }
        _ = Foundation.kill(serving, SIGKILL)
    }

    /// Compares for the last time.
    mutating func end() throws {
        let last = try program ?? BuiltProgram(path, root: state.root)
        state.compare("at the end")
        last.kill()
        last.wait()
        program = nil
    }
}

/// Does work that blocks throughout on a thread of its own.
func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue(label: "test").async {
            continuation.resume(with: Result { try work() })
        }
    }
}
