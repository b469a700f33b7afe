import Dispatch
import Foundation
import Programs
import Testing

/// What was acknowledged is there after `kill -9`, and nothing is there by half.
@Suite(
    "Killed without warning", .serialized,
    .enabled(if: BuiltProgram.path != nil, "needs the built program"))
struct KillTests {
    private static let rounds = 100

    @Test("100 rounds of changes to data, models and notes, killed at any moment")
    func rounds() async throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-kill-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        // Blocks throughout, so it has a thread of its own.
        let state = try await withCheckedThrowingContinuation { continuation in
            DispatchQueue(label: "kill").async {
                continuation.resume(
                    with: Result {
                        var state = try StoredState(root: root)
                        for round in 0..<Self.rounds {
                            try Self.play(round, path, &state)
                        }
                        let last = try BuiltProgram(path, root: root)
                        state.compare("at the end")
                        last.kill()
                        last.wait()
                        return state
                    })
            }
        }
        for fault in state.faults { Issue.record(Comment(rawValue: fault)) }
        #expect(state.answered >= 50, "too few changes were answered to prove anything")
        #expect(state.cutShort >= 50, "too few changes were cut short to prove anything")
        #expect(state.models.timesLearned >= 3, "too little was learned to prove anything")
    }

    /// Starts, compares, makes up to three changes of which one is cut short by the kill.
    private static func play(_ round: Int, _ path: String, _ state: inout StoredState) throws {
        let program = try BuiltProgram(path, root: state.root)
        state.compare("round \(round)")
        let killer = DispatchGroup()
        let last = state.scramble.next(below: 3)
        for step in 0...last {
            if step == last {
                let delay = UInt32(state.scramble.next(below: state.patience))
                DispatchQueue.global().async(group: killer) {
                    usleep(delay)
                    program.kill()
                }
            }
            guard state.change(program.port, seed: round * 10 + step) else { break }
        }
        killer.wait()
        program.kill()
        program.wait()
    }
}
