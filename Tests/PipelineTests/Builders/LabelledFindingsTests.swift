import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("What marked rows have in common")
struct LabelledFindingsTests {
    private func findings(
        _ units: [MadeSource.Unit], metrics: [String] = [], attributes: [String] = [],
        hasLabels: Bool = true, kind: TimeKind = .row
    ) throws -> [Finding] {
        let source = MadeSource(
            units, metrics: metrics, attributes: attributes, length: 100, step: 1, kind: kind,
            hasLabels: hasLabels)
        return LabelledFindings(scope: source.scope, fleet: try source.fleet()).findings()
    }

    /// Rows of a table, of which the first are marked.
    private func table(
        marked: Int, others: Int, attributes: (Int) -> [String] = { _ in [] },
        _ values: (_ row: Int, _ isMarked: Bool) -> [Double]
    ) -> [MadeSource.Unit] {
        (0..<(marked + others)).map { row in
            let isMarked = row < marked
            return MadeSource.Unit(
                name: "\(row)", attributes: attributes(row),
                rows: [(Double(row), values(row, isMarked))],
                labelled: isMarked ? [Double(row)] : [])
        }
    }

    private func up(_ row: Int) -> Double { row.isMultiple(of: 2) ? 1 : -1 }

    @Test("readings that differ by five standard errors are told together, the clearest first")
    func differences() throws {
        // Ten rows of ±1 on each side: each mean has a variance of 10 / 9 / 10.
        let limit = 5 * (2.0 / 9).squareRoot()
        let told = try findings(
            table(marked: 10, others: 10) { row, isMarked in
                let shift = isMarked ? 1.0 : 0
                return [
                    up(row) + shift * 3, up(row) + shift * (limit - 0.01), up(row) - shift * 9,
                    up(row) + shift * (limit + 0.01),
                ]
            }, metrics: ["a", "b", "c", "d"])
        guard
            case .labelledDiffer(let entries, let count, let total) = try #require(told.first).kind
        else {
            Issue.record("\(told)")
            return
        }
        #expect(entries.map(\.metric.name) == ["c", "a", "d"] && count == 10 && total == 20)
        #expect(entries.map { ($0.value * 1e6).rounded() / 1e6 }.prefix(2) == [-9, 3])
        #expect(entries.allSatisfy { $0.low == 0 && $0.high == 0 })
        #expect(told.count == 1 && told[0].weight == 44 && told[0].tone == .neutral)
        let same = table(marked: 10, others: 10) { row, _ in [50 + up(row)] }
        #expect(try findings(same, metrics: ["a"]).isEmpty)
    }

    @Test("nine marked or nine other rows say nothing, nor does a set without marks")
    func few() throws {
        let rows = { (marked: Int, others: Int) in
            table(marked: marked, others: others) { [up($0) + ($1 ? 9 : 0)] }
        }
        #expect(try findings(rows(10, 10), metrics: ["a"]).count == 1)
        #expect(try findings(rows(9, 10), metrics: ["a"]).isEmpty)
        #expect(try findings(rows(10, 9), metrics: ["a"]).isEmpty)
        #expect(try findings(rows(10, 10), metrics: ["a"], hasLabels: false).isEmpty)
        let gaps = table(marked: 10, others: 10) { [$0 == 3 ? .nan : up($0) + ($1 ? 9 : 0)] }
        #expect(try findings(gaps, metrics: ["a"]).isEmpty, "nine of them were read")
    }

    @Test("the share of marked rows by attribute is told where it differs beyond chance")
    func rates() throws {
        let told = try findings(
            table(
                marked: 12, others: 12,
                attributes: { [$0 < 10 || $0 == 20 ? "old" : $0 == 23 ? "" : "new", "\($0 % 2)"] }
            ) { _, _ in [] }, attributes: ["state", "turn"])
        // 10 of 11 old, 2 of 12 new.
        #expect(
            told.map(\.kind) == [
                .labelledRates(
                    attribute: "state",
                    [
                        LabelledShare(value: "old", share: 10.0 / 11),
                        LabelledShare(value: "new", share: 2.0 / 12),
                    ])
            ])
        #expect(told.first?.weight == 43)
        // 13 of 18 against 5 of 18: 7.11, a chance of 0.0077; one less and it is 0.046.
        let shares = { (own: Int) in
            table(
                marked: 18, others: 18,
                attributes: { row in
                    let isA = row < 18 ? row < own : row >= own + 18
                    return [isA ? "A" : "B"]
                }
            ) { _, _ in [] }
        }
        #expect(try findings(shares(13), attributes: ["x"]).count == 1)
        #expect(try findings(shares(12), attributes: ["x"]).isEmpty)
        let many = table(marked: 13, others: 13, attributes: { ["\($0 / 2)"] }) { _, _ in [] }
        #expect(try findings(many, attributes: ["x"]).isEmpty, "thirteen values")
    }

    @Test("where devices have many rows it is told who holds most marks")
    func hotSpot() throws {
        let units = { (most: Int) in
            (0..<20).map { device in
                MadeSource.Unit(
                    name: "d\(device)", rows: (0..<50).map { (Double($0), [0]) },
                    labelled: (0..<(device == 3 ? most : 1)).map(Double.init))
            }
        }
        let told = try findings(
            units(21), metrics: ["a"], kind: .time(zone: "UTC", isStated: true))
        #expect(
            told == [
                Finding(
                    .labelledAt([DeviceRef(index: 3, name: "d3")], share: 21.0 / 40, total: 40),
                    tone: .bad, weight: 45)
            ])
        #expect(
            try findings(units(3), metrics: ["a"], kind: .time(zone: "UTC", isStated: true)).isEmpty
        )
    }
}
