import Reports
import Synchronization
import Testing
@testable import Pipeline

@Suite("Moves between groups")
struct ClusterMovesTests {
    private func report(_ groups: [Int?], names: [String]? = nil) -> ClusterReport {
        var report = ClusterReport(
            verdict: .groups, unit: .devices, choice: ClusterChoice(), unitCount: groups.count,
            seed: 1)
        report.members = groups.enumerated().map { index, group in
            ClusterReport.Member(
                name: names?[index] ?? "\(index)", device: nil, status: nil, group: group, x: 0,
                y: 0, silhouette: nil, distance: 0, contributions: [], values: [])
        }
        let count = (groups.compactMap { $0 }.max() ?? -1) + 1
        report.groups = (0..<count).map { group in
            ClusterReport.Group(
                size: groups.count { $0 == group }, profile: [], silhouette: nil, attributes: [])
        }
        return report
    }

    /// The groups as an earlier load.
    private func load(_ groups: [Int?], names: [String]? = nil) throws -> GroupMemory.Load {
        try #require(
            GroupMemory.after(report(groups, names: names), data: "1", before: nil)
        ).latest
    }

    @Test("groups that only changed places are no moves")
    func renamed() throws {
        let moves = try #require(
            ClusterReport.Moves(from: load([0, 0, 1, 1, 1]), to: report([1, 1, 0, 0, 0])))
        #expect(moves.moved.isEmpty && moves.compared == 5 && moves.new == 0)
    }

    @Test("a unit that joined another group, left all, or came from one that is gone, moved")
    func moved() throws {
        let moves = try #require(
            ClusterReport.Moves(
                from: load([0, 0, 0, 1, 1, nil, 2]), to: report([0, 0, 1, 1, 1, 0, nil])))
        #expect(moves.moved.map(\.name) == ["2", "5", "6"])
        #expect(moves.moved.map(\.from) == [0, nil, nil])
        #expect(moves.moved.map(\.to) == [1, 0, nil])
    }

    @Test("units that were not there before are counted")
    func new() throws {
        let moves = try #require(
            ClusterReport.Moves(
                from: load([0, 1], names: ["a", "b"]),
                to: report([0, 1, 1], names: ["a", "b", "c"])))
        #expect(moves.compared == 2 && moves.new == 1 && moves.moved.isEmpty)
    }

    @Test("without groups there is nothing to compare")
    func none() throws {
        #expect(GroupMemory.after(report([nil, nil]), data: "1", before: nil) == nil)
        var view = report([0, 1])
        view.verdict = .unstable
        #expect(GroupMemory.after(view, data: "1", before: nil) == nil)
        #expect(ClusterReport.Moves(from: try load([0, 1]), to: view) == nil)
    }

    @Test("the same data read again keep the comparison with the data before")
    func restart() throws {
        let keeper = Notebook()
        var first = report([0, 0, 1, 1])
        keeper.addMoves("fleet", "1", to: &first)
        #expect(first.moves == nil)
        var second = report([0, 0, 0, 1])
        keeper.addMoves("fleet", "2", to: &second)
        #expect(second.moves?.moved.map(\.name) == ["2"])
        var again = report([0, 0, 0, 1])
        keeper.addMoves("fleet", "2", to: &again)
        #expect(again.moves == second.moves)
        keeper.forget("fleet")
        keeper.addMoves("fleet", "3", to: &again)
        #expect(keeper.memory(of: "fleet")?.earlier == nil)
    }
}

/// Keeps groups as long as the test.
private final class Notebook: GroupKeeper {
    private let pages = Mutex<[String: GroupMemory]>([:])

    func memory(of set: String) -> GroupMemory? { pages.withLock { $0[set] } }
    func keep(_ memory: GroupMemory, of set: String) { pages.withLock { $0[set] = memory } }
    func forget(_ set: String) { pages.withLock { $0[set] = nil } }
}
