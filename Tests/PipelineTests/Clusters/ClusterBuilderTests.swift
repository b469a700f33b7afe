import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("The Clusters page")
struct ClusterBuilderTests {
    private static let day = MadeSource.day

    private func report(
        _ source: MadeSource, _ choice: ClusterChoice = ClusterChoice(), _ episodes: [Episode] = []
    ) throws -> (report: ClusterReport, count: ClusterCountChoice?) {
        try ClusterBuilder(
            source: source, scope: source.scope, fleet: try source.fleet(episodes), choice: choice,
            seed: 1
        ).report()
    }

    /// Fourteen devices, of which the last five are higher, rise and vary more.
    private func fleet(_ count: Int = 14, high: Int = 9) -> MadeSource {
        MadeSource(
            (0..<count).map { device in
                .init(
                    name: "d\(device)", attributes: [device < high ? "A" : "B"],
                    rows: MadeSource.daily(0..<60) { day -> [Double] in
                        let (rise, noise) = device < high ? (0, 1.0) : (20 + 0.5 * Double(day), 6)
                        return [
                            MadeSet.scatter(device, day) * noise + rise,
                            MadeSet.scatter(day, device) * noise + rise, 7,
                        ]
                    })
            }, metrics: ["x", "y", "z"], attributes: ["model"])
    }

    @Test("two kinds of devices are two groups, the larger first, that repeat their model")
    func groups() throws {
        let (report, count) = try report(fleet())
        #expect(report.verdict == .groups && report.unit == .devices && report.unitCount == 14)
        #expect(report.k == 2 && report.groups.map(\.size) == [9, 5] && report.noise == 0)
        #expect(count?.k == 2 && report.candidates.first?.k == 2)
        #expect(
            report.mirrors.map(\.attribute) == ["model"] && (report.mirrors.first?.nmi ?? 0) > 0.99)
        #expect(report.mirrors.first?.counts == [[9, 0], [0, 5]])
        #expect(report.members.count == 14)
        for member in report.members {
            #expect(member.group == ((member.device?.index ?? 0) < 9 ? 0 : 1))
            #expect((member.silhouette ?? 0) > 0.3)
        }
        let stability = try #require(report.stability)
        #expect(stability.resamplings == 100 && stability.returned > 90)
        #expect(report.axes.count == 2 && report.axes.allSatisfy { $0.loadings.count == 3 })
        #expect(report.axes[0].explained >= report.axes[1].explained)
        // What never changes, and does so on no device, is no feature.
        #expect(
            report.dropped.filter { $0.reason == .constant }.map(\.feature).contains(
                .mean(.made(2, "z"))))
        let mean = try #require(report.features.firstIndex(of: .mean(.made(0, "x"))))
        let (low, high) = (report.groups[0].profile[mean], report.groups[1].profile[mean])
        #expect(abs(low.mean - 0.5) < 0.1 && abs(high.mean - 37.75) < 0.5)
        #expect(abs(low.overall - (9 * low.mean + 5 * high.mean) / 14) < 1e-9)
        #expect(low.z < 0 && high.z > 0 && low.low <= low.z && low.z <= low.high)
        #expect(
            report.groups[1].attributes == [.init(attribute: "model", value: "B", count: 5)])
    }

    @Test("the gravest members stand first, then as the catalog has them")
    func order() throws {
        let trouble = Episode(
            .step, devices: [DeviceRef(index: 6, name: "d6")], from: 0, to: nil, severity: 90)
        let members = try report(fleet(), ClusterChoice(), [trouble]).report.members
        #expect(members.map { $0.device?.index ?? -1 }.prefix(4) == [6, 0, 1, 2])
        #expect(members[0].status == .critical && members[1].status == .ok)
    }

    @Test("five units are no population, and without features there is nothing to compare")
    func few() throws {
        let five = try report(fleet(5, high: 3), ClusterChoice(units: .devices)).report
        #expect(five.verdict == .tooFewUnits(5) && five.groups.isEmpty)
        let six = try report(fleet(6, high: 3), ClusterChoice(units: .devices)).report
        #expect(six.verdict != .tooFewUnits(6) && !six.members.isEmpty)
        let bare = MadeSource(
            (0..<9).map { .init("d\($0)", days: [(1, 0)]) }, codes: [(.other, "o")])
        #expect(try report(bare).report.verdict == .noFeatures)
        let same = MadeSource(
            (0..<9).map { .init(name: "d\($0)", rows: MadeSource.daily(0..<60) { _ in [5] }) },
            metrics: ["x"])
        let constant = try report(same).report
        #expect(constant.verdict == .noFeatures && constant.members.isEmpty)
        #expect(constant.dropped.contains { $0.reason == .constant })
    }

    @Test("another number of groups is taken as asked for, and density finds its own")
    func chosen() throws {
        let three = try report(fleet(), ClusterChoice(k: 3)).report
        #expect(three.groups.count == 3 && three.groups.reduce(0) { $0 + $1.size } == 14)
        let dense = try report(fleet(), ClusterChoice(algorithm: .dbscan, minSamples: 3)).report
        #expect(dense.minSamples == 3 && dense.eps != nil && !dense.kDistances.isEmpty)
        #expect(dense.groups.reduce(dense.noise) { $0 + $1.size } == 14)
        #expect(dense.stability == nil && dense.candidates.isEmpty)
    }

    @Test("rows of a table are grouped whatever their order, and listed as they stand")
    func rows() throws {
        let values = (0..<20).map { row -> [Double] in
            let level = row < 12 ? 0.1 * Double(row) : 30 + Double(row % 3)
            return [Double(row % 7), level]
        }
        let table = { (order: [Int]) in
            MadeSource(
                order.enumerated().map { place, row in
                    .init(name: "\(row)", rows: [(Double(place), values[row])])
                }, metrics: ["x", "y"], length: 19, step: 1, kind: .row)
        }
        let order = Array(0..<20)
        let (there, back) = (
            try report(table(order)).report, try report(table(order.reversed())).report
        )
        #expect(there.unit == .rows && there.members.map { $0.device?.index ?? -1 } == order)
        #expect(back.members.map(\.name) == order.reversed().map(String.init))
        let groups = { (report: ClusterReport) in
            Dictionary(uniqueKeysWithValues: report.members.map { ($0.name, $0.group ?? -1) })
        }
        #expect(groups(there) == groups(back) && there.verdict == back.verdict)
        #expect(there.silhouette == back.silhouette)
    }
}
