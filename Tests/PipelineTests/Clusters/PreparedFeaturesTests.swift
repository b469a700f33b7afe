import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Features made ready, and groups described by them")
struct PreparedFeaturesTests {
    private let x = MetricRef.made(0, "x")
    private let code = CodeRef(index: 0, kind: .error, name: "e", rank: 0)

    private func table(_ features: [FeatureKind], _ values: [[Double]]) -> FeatureTable {
        FeatureTable(
            unit: .devices,
            units: values.indices.map {
                .init(name: "d\($0)", device: .init(index: $0, name: "d\($0)"), status: .ok)
            }, features: features, values: values)
    }

    @Test("useless ones are left out with the reason, gaps are filled, all are on one scale")
    func prepared() throws {
        let values = (0..<12).map { row -> [Double] in
            let own = Double(row * row)
            let slope = row == 4 ? Double.infinity : Double(row % 5)
            let age = row < 7 ? Double.nan : 1 + Double(row)
            return [own, 5, slope, 2 * own + 1, .nan, age]
        }
        let names: [FeatureKind] = [
            .mean(x), .spread(x), .slope(x), .excursions(x), .missing, .attribute("age"),
        ]
        let found = try PreparedFeatures(table(names, values), scaling: .standard)
        #expect(found.features == [.mean(x), .slope(x)])
        #expect(found.filled == 1 && !found.comparesEqualGapsOnly)
        #expect(
            found.dropped == [
                .init(feature: .spread(x), reason: .constant),
                .init(feature: .excursions(x), reason: .repeats(.mean(x))),
                .init(feature: .missing, reason: .missing(share: 1)),
                .init(feature: .attribute("age"), reason: .missing(share: 7.0 / 12)),
            ])
        #expect(found.raw[4] == [16, .infinity] && found.raw[3] == [9, 3])
        for column in 0..<2 {
            let scaled = found.matrix.column(column)
            #expect(abs(Statistics.mean(scaled)) < 1e-12)
            let spread = Statistics.standardDeviation(scaled, degreesOfFreedom: 0)
            #expect(abs(spread - 1) < 0.05)
        }
    }

    @Test("counts with a long tail are compared by their logarithms, levels are not")
    func logarithms() throws {
        let tail = (0..<10).map { $0 == 9 ? 1_000 : Double($0) }
        let values = tail.map { [$0, $0 * $0 + 1] }
        let counted = try PreparedFeatures(
            table([.codeRate(code), .mean(x)], values), scaling: .standard)
        // In logarithms 1,000 is three times as far from the middle as 8 is, and not a hundred times.
        let (rates, levels) = (counted.matrix.column(0), counted.matrix.column(1))
        #expect((rates[9] - rates[4]) / (rates[8] - rates[4]) < 10)
        #expect((levels[9] - levels[4]) / (levels[8] - levels[4]) > 1_000)
        let even = try PreparedFeatures(
            table([.codeRate(code)], (0..<10).map { [Double($0)] }), scaling: .robust)
        let steps = zip(even.matrix.column(0).dropFirst(2), even.matrix.column(0).dropFirst())
            .map { $0 - $1 }
        #expect(steps.prefix(7).allSatisfy { abs($0 - steps[0]) < 1e-9 })
    }

    // MARK: - Groups

    /// Eight units at 0 and four at 10, and one far from all others.
    private func described() throws -> (
        profiles: [ClusterReport.Group], members: [ClusterReport.Member]
    ) {
        let values = (0..<12).map { row -> [Double] in
            let level = Double(row % 2) + (row < 8 ? 0 : 10)
            return [level, row == 5 ? 40 : Double(row % 3)]
        }
        var table = table([.mean(x), .spread(x)], values)
        table.units[3].status = .warning
        let source = MadeSource(
            (0..<12).map {
                .init(
                    name: "d\($0)", attributes: [$0 < 8 ? "A" : "B", "n\($0)", $0 == 9 ? "" : "s"])
            }, attributes: ["model", "serial", "site"])
        let prepared = try PreparedFeatures(table, scaling: .standard)
        let grouping = try Grouping(
            FeatureMatrix(rows: values.map { [$0[0], 0] }), choice: ClusterChoice(k: 2), count: nil,
            seed: 1)
        #expect(grouping.sizes == [8, 4])
        return (
            GroupProfiles(
                prepared: prepared, grouping: grouping, table: table, scope: source.scope
            ).groups(),
            MemberRows(
                prepared: prepared, grouping: grouping, table: table,
                components: try PrincipalComponents(count: 2).fit(prepared.matrix), limit: 10
            ).members()
        )
    }

    @Test("a group is told by how far its mean is from that of all, and what its members share")
    func profiles() throws {
        let groups = try described().profiles
        let first = try #require(groups.first?.profile.first)
        // Means of 0.5 and 10.5; of all it is 46 / 12.
        let all = (0..<12).map { row -> Double in Double(row % 2) + (row < 8 ? 0 : 10) }
        let spread = Statistics.standardDeviation(all)
        #expect(first.mean == 0.5 && abs(first.overall - 46.0 / 12) < 1e-12)
        #expect(abs(first.z - (0.5 - 46.0 / 12) / spread) < 1e-12)
        // scipy.stats.t.ppf(0.975, 7) * 0.5345225 / sqrt(8) = 0.446872
        #expect(abs(first.low - (0.5 - 0.446872 - 46.0 / 12) / spread) < 1e-5)
        #expect(abs(first.high - (0.5 + 0.446872 - 46.0 / 12) / spread) < 1e-5)
        #expect(
            groups.map { $0.attributes.map { "\($0.value) \($0.count)" } } == [
                ["A 8", "n0 1", "n1 1", "n2 1", "s 8"], ["B 4", "n10 1", "n11 1", "n8 1", "s 3"],
            ])
        #expect((groups[0].silhouette ?? 0) > 0.8)
    }

    @Test("members are the gravest first, with what sets them apart from their group")
    func members() throws {
        let members = try described().members
        #expect(
            members.map(\.name) == ["d3", "d0", "d1", "d2", "d4", "d5", "d6", "d7", "d8", "d9"])
        let far = try #require(members.first { $0.name == "d5" })
        #expect(far.isFar && far.group == 0 && far.values == [1, 40])
        #expect(far.contributions.map(\.feature) == [1] && far.contributions[0].share > 0.95)
        #expect(far.contributions[0].value == 40 && far.contributions[0].group == 1)
        #expect(members.filter { $0.group == 0 && $0.name != "d5" }.allSatisfy { !$0.isFar })
    }
}
