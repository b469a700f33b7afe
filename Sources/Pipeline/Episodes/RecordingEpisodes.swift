import Analysis
import Reports
import Telemetry
import Values

/// What is unusual in the recording of a device without peers: by its own shapes, levels and noise.
struct RecordingEpisodes {
    let readings: SetReadings

    /// The episodes of a device; `nil` where several signals have no opening to compare with, as
    /// their relations, which `SignalEpisodes` checks, tell more then.
    ///
    /// - Throws: `AnalysisError`, which readings on one grid never cause.
    func episodes(of device: Int) throws -> [Episode]? {
        let own = readings.devices[device]
        let places = own.slots.indices.filter { readings.slots.contains(Int(own.slots[$0])) }
        let metrics = own.values.indices.filter { !own.values[$0].isEmpty }
        guard let first = places.first, let last = places.last, !metrics.isEmpty else { return nil }
        let columns = metrics.map { metric in own.values[metric][first...last].map { Double($0) } }
        let judgement = try RecordingJudge().judge(columns: columns, mode: .offline)
        guard judgement.basis == .signal || judgement.basis == .opening else { return nil }
        let refs = readings.catalog.metricRefs
        let blank = { (signals: [Int], rows: Range<Int>) -> Episode in
            let end = first + rows.upperBound
            return Episode(
                .shape, devices: [readings.catalog.deviceRef(device)],
                subjects: signals.map { .metric(refs[metrics[$0]]) },
                from: readings.time(Int(own.slots[first + rows.lowerBound])),
                to: end > last ? nil : readings.time(Int(own.slots[end - 1])), severity: 0)
        }
        let told = judgement.stretches.map { stretch in
            var episode = blank(stretch.signals, stretch.rows)
            episode.kind = Self.kind(stretch.kind, isOpen: episode.isOpen)
            episode.severity = stretch.severity
            (episode.actual, episode.expected) = (stretch.actual, stretch.expected)
            return episode
        }
        guard metrics.count > 1 else { return told }
        return told
            + StandingSignals.stretches(columns).map { standing in
                var episode = blank([standing.signal], standing.rows)
                episode.kind = .frozen
                episode.severity = EpisodeSeverity.of(
                    strength: Self.plain, isOpen: episode.isOpen, devices: 1)
                episode.actual = standing.value
                return episode
            }
    }

    /// The strength of a value that stands still.
    private static let plain = 2.0

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
