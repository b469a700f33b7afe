import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Devices and groups that are apart from the first reading on")
struct FleetComparisonTests {
    /// Devices whose readings go up and down by one around a level, a hundred days.
    private func fleet(
        _ levels: [[Double]], days: Int = 100, attributes: [[String]]? = nil,
        kind: TimeKind = .time(zone: "UTC", isStated: true)
    ) throws -> FleetState {
        let units = levels.enumerated().map { device, own in
            MadeSource.Unit(
                name: "d\(device)", attributes: attributes?[device] ?? [],
                rows: MadeSource.daily(0..<days) { day in
                    own.map { $0 + (day.isMultiple(of: 2) ? 1 : -1) }
                })
        }
        let source = MadeSource(
            units, metrics: (levels.first ?? []).indices.map { "m\($0)" },
            attributes: (attributes?.first ?? []).indices.map { "a\($0)" },
            length: Double(days) * MadeSource.day, step: MadeSource.day, kind: kind)
        return try source.fleet()
    }

    private func apart(_ levels: [[Double]], days: Int = 100) throws -> [Finding] {
        FewApart(fleet: try fleet(levels, days: days)).findings()
    }

    @Test("one of three to nine is apart where all others agree three times as well")
    func one() throws {
        let found = try apart([[10, 5], [11, 5], [14, 5.1]])
        #expect(
            found == [
                Finding(
                    .apartOfFew(
                        DeviceRef(index: 2, name: "d2"),
                        [ReadingDifference(metric: .made(0, "m0"), value: 14, low: 10, high: 11)]),
                    tone: .neutral, weight: 27)
            ])
        #expect(try apart([[10], [11], [13.9]]).isEmpty)
        let low = try apart([[6.5], [11], [10]])
        guard case .apartOfFew(let device, let differences) = try #require(low.first).kind else {
            Issue.record("\(low)")
            return
        }
        #expect(device.name == "d0")
        #expect(differences.map(\.low) == [10] && differences.map(\.high) == [11])
    }

    @Test("not among two or ten, by a gap within the noise, or with fewer than a hundred readings")
    func none() throws {
        #expect(try apart([[10], [14]]).isEmpty)
        let others = (0..<9).map { [10 + Double($0) / 10] }
        #expect(try apart(Array(others.prefix(8)) + [[14]]).count == 1)
        #expect(try apart(others + [[14]]).isEmpty)
        // 0.15 of a standard deviation of 1.005.
        #expect(try apart([[10], [10], [10.15]]).isEmpty)
        #expect(try apart([[10], [10], [10.152]]).count == 1)
        #expect(try apart([[10], [10], [10]]).isEmpty)
        #expect(try apart([[10], [11], [14]], days: 99).isEmpty)
        let rows = try fleet([[10], [11], [14]], kind: .row)
        #expect(FewApart(fleet: rows).findings().isEmpty)
    }

    @Test("readings of one device are told together, and weigh up to four more")
    func together() throws {
        let found = try apart([
            [1, 1, 1, 1, 1, 9], [1, 1, 1, 1, 1, 1], [9, 9, 9, 9, 9, 1],
        ])
        #expect(found.map(\.weight) == [27, 30])
    }

    private func groups(_ levels: [Double], _ groups: [String]) throws -> [Finding] {
        FleetComparison(
            fleet: try fleet(levels.map { [$0] }, attributes: groups.map { [$0] })
        ).findings()
    }

    private let spread = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]

    @Test("three of an attribute's value are apart by 5.2 robust deviations, with both means")
    func group() throws {
        let found = try groups(
            spread + [3.0, 3.1, 3.2], Array(repeating: "A", count: 9) + ["B", "B", "B"])
        guard
            case .groupApart(
                let attribute, let value, let metric, let mean, let others, let devices, let z) =
                try #require(found.first).kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(found.count == 1 && attribute == "a0" && value == "B" && metric.name == "m0")
        #expect(abs(mean - 3.1) < 1e-9 && abs(others - 0.4) < 1e-9 && devices == 3)
        // The others' median distance from 0.4 is 0.2.
        let expected = 2.7 / (0.2 * Statistics.madConsistency)
        #expect(abs(z - expected) < 1e-9)
        #expect(abs((found.first?.weight ?? 0) - 30 - expected) < 1e-9)
    }

    @Test(
        "two of a value are too few, more than half are not what is apart, and fewer than eight say nothing"
    )
    func fewGroups() throws {
        #expect(
            try groups(spread + [3.0, 3.1], Array(repeating: "A", count: 9) + ["B", "B"]).isEmpty)
        #expect(
            try groups(
                spread + [3.0, 3.1, 3.2], Array(repeating: "A", count: 9) + ["", "", ""]
            ).isEmpty)
        #expect(
            try groups([0, 0.1, 0.2, 0.3, 3, 3.1, 3.2], ["A", "A", "A", "A", "B", "B", "B"]).isEmpty
        )
        #expect(
            try groups(
                spread + [1.1, 1.2, 1.3], Array(repeating: "A", count: 9) + ["B", "B", "B"]
            )
            .isEmpty)
        // Eight of a fleet, of which four are as many as the others, and eight values of ten.
        let half = Array(repeating: "A", count: 4) + Array(repeating: "B", count: 4)
        #expect(try groups([0, 0.1, 0.2, 0.3, 5, 5.1, 5.2, 5.3], half).count == 1)
        let eight = (0..<7).map { "v\($0)" } + ["B", "B", "B"]
        #expect(try groups(Array(spread.prefix(7)) + [3, 3.1, 3.2], eight).count == 1)
        #expect(
            try groups(
                Array(spread.prefix(8)) + [3, 3.1, 3.2], (0..<8).map { "v\($0)" } + ["B", "B", "B"]
            ).isEmpty)
        // Without any spread nothing can be measured by it.
        #expect(
            try groups(
                (0..<12).map { $0 < 9 ? 0 : 3 }, (0..<12).map { $0 < 9 ? "A" : "B" }
            ).isEmpty)
        let many = (0..<12).map { $0 < 3 ? "B" : "v\($0)" }
        #expect(try groups([3, 3.1, 3.2] + spread, many).isEmpty, "ten values of twelve devices")
    }
}
