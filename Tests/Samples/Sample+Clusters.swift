package import Reports
import Values

extension Sample {
    package var clusters: ClusterReport {
        let unit: ClusterUnit =
            switch kind {
            case .noTime: .rows
            case .oneDevice: .windows(.day)
            default: .devices
            }
        let count = kind == .oneDevice ? 365 : deviceCount
        guard count >= 8, kind != .eventsOnly else {
            return ClusterReport(
                verdict: .tooFewUnits(count), unit: unit, choice: ClusterChoice(), unitCount: count,
                seed: 1)
        }
        let verdict: ClusterReport.Verdict =
            kind == .constant ? .none : kind == .cycles ? .unstable : .groups
        var report = ClusterReport(
            verdict: verdict, unit: unit, choice: ClusterChoice(), unitCount: count, seed: 1)
        report.features = features
        report.k = 4
        var random = random
        report.members = (0..<min(count, 10_000)).map { member($0, unit, &random) }
        report.silhouette = 0.31
        report.hopkins = 0.65
        report.groups = verdict == .none ? [] : (0..<4).map { group($0, report.members) }
        report.stability = .init(returned: 82, resamplings: 100, meanARI: 0.88, lowestARI: 0.4)
        report.axes = [
            .init(
                explained: 0.38,
                loadings: [.init(feature: 3, value: 0.6), .init(feature: 1, value: 0.4)]),
            .init(
                explained: 0.27,
                loadings: [.init(feature: 2, value: 0.7), .init(feature: 0, value: -0.3)]),
        ]
        report.candidates = (2...8).map {
            .init(
                k: $0, silhouette: 0.31 - 0.02 * abs(Double($0) - 4), inertia: 800 / Double($0),
                reference: 0.24)
        }
        report.kDistances = (0..<100).map { 0.2 + pow5(Double($0) / 100) }
        report.eps = 0.53
        report.minSamples = 5
        report.mirrors = verdict == .none ? [] : [mirror]
        report.dropped = [.init(feature: .missing, reason: .constant)]
        report.filled = 3
        return report
    }

    private func pow5(_ x: Double) -> Double { x * x * x * x * x * 3 }

    package var features: [FeatureKind] {
        guard !codes.isEmpty else { return metrics.flatMap { [.mean($0), .spread($0)] } }
        return [
            .codeRate(codes[5]), .codeRate(codes[6]), .codeRate(codes[8]), .codeRate(codes[7]),
            .eventRate(.error), .excursions(metrics[2]), .mean(metrics[0]), .attribute("age"),
        ]
    }

    private func member(
        _ index: Int, _ unit: ClusterUnit, _ random: inout SampleRandom
    ) -> ClusterReport.Member {
        let group = index % 17 == 0 ? 3 : index % 5 == 0 ? 2 : index % 3 == 0 ? 1 : 0
        let centre = [(-2.0, 0.1), (0.8, -1.6), (2.4, 0.8), (-0.2, 2.8)][group]
        let own: DeviceRef? = unit == .devices ? device(index) : unit == .rows ? nil : device(0)
        return ClusterReport.Member(
            name: unit == .devices ? name(index) : "window \(index)",
            window: kind == .oneDevice ? "window \(index)" : nil, device: own,
            status: unit == .devices ? (index < 5 ? .critical : index < 20 ? .warning : .ok) : nil,
            group: kind == .constant ? nil : group, x: centre.0 + 0.4 * random.normal(),
            y: centre.1 + 0.4 * random.normal(), silhouette: 0.35 + 0.12 * random.normal(),
            distance: index == 12 ? 4.2 : abs(random.normal()),
            contributions: [.init(feature: 0, share: 0.31, value: 4, group: 1.9)],
            values: features.indices.map { Double($0 + group) + random.next() })
    }

    private func group(_ index: Int, _ members: [ClusterReport.Member]) -> ClusterReport.Group {
        let profile = features.indices.map { feature -> ClusterReport.Difference in
            let z = [(-1.0), 0.2, 1.4, 0.9][(index + feature) % 4]
            return .init(
                z: z, low: z - 0.3, high: z + 0.3, mean: z < -0.9 ? 0 : 2 + z, overall: 2)
        }
        return ClusterReport.Group(
            size: members.count { $0.group == index }, profile: profile,
            silhouette: 0.36 - 0.04 * Double(index),
            attributes: [
                .init(attribute: "model", value: "model\(index + 1)", count: 17),
                .init(attribute: "age", value: "14", count: 5),
            ])
    }

    private var mirror: ClusterReport.Mirror {
        .init(
            attribute: "model", nmi: 0.94, values: ["model1", "model2", "model3", "model4"],
            counts: [[0, 0, 2, 37], [0, 0, 28, 0], [19, 0, 0, 0], [0, 14, 0, 0]])
    }
}
