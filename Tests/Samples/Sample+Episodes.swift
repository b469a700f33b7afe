package import Reports
package import Values

extension Sample {
    /// An episode of the worst device, open, as the sample's reports tell it.
    package func trouble(_ device: DeviceRef) -> Episode {
        Episode(
            .step, devices: [device], subjects: metrics.isEmpty ? [] : [.metric(metrics[2])],
            from: range.upperBound - 2 * step, to: nil, severity: 72,
            actual: metrics.isEmpty ? nil : 119.24, expected: metrics.isEmpty ? nil : 100.3)
    }

    /// Every kind of episode, open and over, of one device, several, a group and the fleet.
    package var allEpisodes: [Episode] {
        let (from, to) = (Self.start, Self.start + 3 * 86_400)
        let subjects: (EpisodeKind) -> [Episode.Subject] = { kind in
            switch kind {
            case .silent, .intermittent, .clockJump: []
            case .decoupled, .efficiency: [.metric(self.metrics[0]), .metric(self.metrics[2])]
            case .codeBurst, .codeNew, .codeRate, .precursor: [.code(self.codes[0])]
            case .failure: [.code(self.codes[5])]
            default: [.metric(self.metrics[2])]
            }
        }
        let ofOne = EpisodeKind.allCases.flatMap { kind in
            [nil, to].map { end -> Episode in
                let isShare = kind == .precursor
                return Episode(
                    kind, devices: [device(0)], subjects: subjects(kind), from: from, to: end,
                    severity: 60, actual: isShare ? 0.31 : 112, expected: isShare ? 0.04 : 100)
            }
        }
        return ofOne + [
            Episode(
                .drift, devices: [device(0)], subjects: [.metric(metrics[2]), .metric(metrics[0])],
                from: from, to: nil, severity: 80, actual: 88, expected: 100),
            Episode(
                .step, devices: (0..<5).map(device),
                group: .init(attribute: "model", value: "model3"),
                subjects: [.metric(metrics[2])], from: from, to: nil, severity: 80),
            Episode(
                .codeNew, devices: [device(0), device(1)], subjects: [.code(codes[0])], from: from,
                to: from, severity: 40),
            Episode(
                .apart, devices: [device(0)], subjects: [.metric(metrics[2])], from: from, to: nil,
                severity: 40),
            Episode(
                .efficiency, devices: [device(0)], subjects: [.metric(metrics[2])], from: from,
                to: nil,
                severity: 40),
            Episode(
                .decoupled, devices: [device(0)], subjects: [.metric(metrics[2])], from: from,
                to: nil,
                severity: 40),
            Episode(.silent, devices: [], from: from, to: to, severity: 15),
            Episode(.failure, devices: [], from: from, to: to, severity: 60),
        ]
    }
}
