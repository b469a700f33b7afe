import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Codes that announce failures")
struct PrecursorBuilderTests {
    private let codes: [(EventKind, String)] = [
        (.failure, "seal"), (.failure, "belt"), (.error, "warning"), (.other, "note"),
        (.error, "never"),
    ]

    private func table(
        _ days: [[(day: Double, code: Int)]], codes: [(EventKind, String)]? = nil,
        kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) throws -> PrecursorTable? {
        let source = MadeSource(
            days.enumerated().map { .init("d\($0)", days: $1) }, codes: codes ?? self.codes,
            kind: kind)
        return PrecursorBuilder(scope: source.scope, fleet: try source.fleet()).table()
    }

    /// Two of three seals with a warning twelve hours before, a belt without one, a note in vain.
    private let log: [[(day: Double, code: Int)]] = [
        [(9.5, 2), (10, 0), (19.5, 2), (20, 0), (30, 0)], [(40, 1), (50, 2), (52, 3)],
    ]

    @Test("are counted by failure, with how many of them were followed by one")
    func table() throws {
        let table = try #require(try table(log))
        #expect(table.hours == 24 && table.failures.map(\.name) == ["seal", "belt"])
        #expect(table.failureCount == 4 && table.errorCount == 4)
        #expect(table.rows.map(\.code.name) == ["warning", "note"])
        #expect(table.rows[0].shares == [2.0 / 3, 0] && table.rows[0].followed == 2.0 / 3)
        #expect(table.rows[1].shares == [0, 0] && table.rows[1].followed == 0)
        #expect(table.announced == 0.5)
        #expect(table.rows[0].chance > 0 && table.rows[0].chance < 0.1)
    }

    @Test("are not looked for without three failures, other codes, or dates")
    func none() throws {
        #expect(try table([[(9.5, 2), (10, 0), (20, 0)], []]) == nil)
        #expect(try table([[(9.5, 2), (10, 0), (20, 0), (30, 0)], []]) != nil)
        #expect(try table([[(10, 0), (20, 0), (30, 0)], []]) == nil, "no such event")
        #expect(
            try table([[(10, 0), (20, 0), (30, 0)]], codes: [(.failure, "f"), (.repair, "r")])
                == nil)
        #expect(try table([[(10, 0), (20, 0), (30, 0)]], codes: [(.error, "e")]) == nil)
        #expect(try table(log, kind: .cycle) == nil)
    }

    private func findings(_ rows: [(share: Double, chance: Double)]) -> [Finding] {
        let failure = CodeRef(index: 0, kind: .failure, name: "f", rank: 0)
        return PrecursorBuilder.findings(
            PrecursorTable(
                hours: 24, failures: [failure], failureCount: 7, errorCount: 9,
                rows: rows.map { row in
                    .init(
                        code: CodeRef(index: 1, kind: .error, name: "e", rank: 0),
                        shares: [row.share], followed: 0.4, chance: row.chance)
                }, announced: 0))
    }

    @Test("are told where half of the failures have them, and five times as many as by chance")
    func told() throws {
        let found = findings([(0.5, 0.1), (0.49, 0.01), (0.8, 0.161), (.nan, 0)])
        #expect(found.count == 1 && found[0].weight == 35 && found[0].tone == .neutral)
        guard
            case .precursor(let code, let failure, let share, let followed, let chance, let hours) =
                found[0].kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(code.name == "e" && failure.name == "f" && hours == 24)
        #expect(share == 0.5 && followed == 0.4 && chance == 0.1)
        #expect(
            findings([(0.49, 0)]) == [
                Finding(.noPrecursor(failures: 7), tone: .neutral, weight: 6)
            ])
    }
}
