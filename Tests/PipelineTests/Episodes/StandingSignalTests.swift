import Reports
import Testing
import Values

@testable import Pipeline

/// One machine without peers, several signals of it in one file.
@Suite("A signal that hangs beside others")
struct StandingSignalTests {
    /// A level, a flow and a temperature every two minutes for five days.
    private func told(hangs: Range<Int>?) throws -> [Episode] {
        let lines =
            ["time,level,flow,temp"]
            + (0..<3_600).map { row in
                let held = hangs.map { $0.contains(row) ? $0.lowerBound : row } ?? row
                let level = 55 + MadeSet.scatter(1, held)
                let flow = 21 + 2 * MadeSet.scatter(2, row)
                let temp = 60 + MadeSet.scatter(3, row)
                return "\(MadeSet.moment(Double(row) / 30)),\(level),\(flow),\(temp)"
            }
        return try MadeSet(["plant.csv": lines]).troubles()
    }

    @Test("is told as stuck, from its first row on, open while it lasts")
    func open() throws {
        let episode = try #require(try told(hangs: 2_700..<3_600).first { $0.kind == .frozen })
        #expect(episode.isOpen)
        #expect(episode.subjects.map(\.name) == ["level"])
        #expect(abs(MadeSet.hours(episode.from) - 90) < 0.5)
        #expect(episode.grade >= .major)
    }

    @Test("is told as over where it went on")
    func over() throws {
        let episode = try #require(try told(hangs: 2_700..<2_900).first { $0.kind == .frozen })
        #expect(!episode.isOpen)
    }

    @Test("is not told of signals that go on, or hang for a few readings")
    func none() throws {
        #expect(try told(hangs: nil).allSatisfy { $0.kind != .frozen })
        #expect(try told(hangs: 2_700..<2_705).allSatisfy { $0.kind != .frozen })
    }
}
