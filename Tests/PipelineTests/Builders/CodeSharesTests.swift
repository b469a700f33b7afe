import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Shares of codes")
struct CodeSharesTests {
    private func shares(_ source: MadeSource) throws -> CodeShares {
        CodeShares(
            scope: source.scope, fleet: try source.fleet(),
            totals: source.totals(source.scope.filter))
    }

    @Test("count each code, the commonest first, the thirteenth on together")
    func counted() throws {
        // Fourteen codes that came 14, 13, ... once, the last two as often as each other, and none.
        let counts = (0..<13).map { 14 - $0 } + [2, 0]
        let source = MadeSource(
            [MadeSource.Unit(name: "a", events: MadeSource.events(counts))],
            codes: counts.indices.map { (.error, "e\($0)") } + [(.repair, "r")])
        let found = try #require(try shares(source).breakdown(.error))
        #expect(found.kind == .error && found.total == 104 + 2)
        #expect(found.items.count == 12 && found.items.map(\.count) == Array(counts.prefix(12)))
        #expect(found.items[0].share == 14.0 / 106)
        #expect(found.otherCount == 2 + 2 && found.otherCodes == 2)
        #expect(found.items.reduce(0) { $0 + $1.count } + found.otherCount == found.total)
        #expect(try shares(source).breakdown(.repair) == nil)
        #expect(try shares(source).breakdown(.failure) == nil)
    }

    @Test("give codes that came as often by their names, and what is recent of all devices")
    func recent() throws {
        // Of 60 days the last 28 are compared with the 28 before.
        let source = MadeSource(
            [
                MadeSource.Unit("a", days: [(59, 0), (33, 0), (31, 0), (3, 0), (40, 1), (41, 1)]),
                MadeSource.Unit("b", days: [(60, 0), (5, 0), (42, 1), (43, 1), (44, 1), (45, 1)]),
            ], codes: [(.error, "z"), (.error, "b")])
        let found = try #require(try shares(source).breakdown(.error))
        #expect(found.items.map(\.code.name) == ["b", "z"] && found.otherCodes == 0)
        #expect(found.items[1].recent == Compared(current: 3, previous: 2))
        #expect(found.items[0].recent == Compared(current: 6, previous: 0))
        // A day is too short for a span and the one before but in hours.
        let short = MadeSource(
            [MadeSource.Unit("a", days: [(0, 0)])], codes: [(.error, "e")], length: 3_600,
            step: 60)
        #expect(try #require(try shares(short).breakdown(.error)).items[0].recent == nil)
    }
}
