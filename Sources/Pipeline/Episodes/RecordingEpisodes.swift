import Analysis
import Reports
import Telemetry
import Values

/// What is unusual in the recording of a device that has no peers: by its own shapes, levels and
/// noise.
struct RecordingEpisodes {
    let readings: SetReadings

    /// - Throws: `AnalysisError`, which readings on one grid never lead to.
    func episodes(of device: Int) throws -> [Episode] {
        let own = readings.devices[device]
        let places = own.slots.indices.filter { readings.slots.contains(Int(own.slots[$0])) }
        let metrics = own.values.indices.filter { !own.values[$0].isEmpty }
        guard let first = places.first, let last = places.last, !metrics.isEmpty else { return [] }
        let judgement = try RecordingJudge().judge(
            columns: metrics.map { metric in
                own.values[metric][first...last].map { Double($0) }
            }, mode: .offline)
        let refs = readings.catalog.metricRefs
        return judgement.stretches.map { stretch in
            let end = first + stretch.rows.upperBound
            let isOpen = end > last
            return Episode(
                Self.kind(stretch.kind, isOpen: isOpen),
                devices: [readings.catalog.deviceRef(device)],
                subjects: stretch.signals.map { .metric(refs[metrics[$0]]) },
                from: readings.time(Int(own.slots[first + stretch.rows.lowerBound])),
                to: isOpen ? nil : readings.time(Int(own.slots[end - 1])),
                severity: stretch.severity, actual: stretch.actual, expected: stretch.expected)
        }
    }

    private static func kind(_ kind: Stretch.Kind, isOpen: Bool) -> EpisodeKind {
        switch kind {
        case .level: isOpen ? .step : .event
        case .frozen: .frozen
        case .spikes: .spikes
        case .variance: .variance
        case .shape: .shape
        }
    }
}
