package import Reports
package import Values

/// What sentences on Diagnostics say, before it has words.
extension DiagnosticReport {
    /// How the device is.
    package enum Condition {
        case noRows, critical, warning
        /// In the OK range, but it failed so often in the recent span.
        case failed(Int)
        /// In the OK range, but these readings differ from the beginning of a record too short for
        /// bands.
        case unlikeBeginning([MetricRef])
        case fine
    }

    package var condition: Condition {
        if rows == 0 { return .noRows }
        switch row.status {
        case .critical: return .critical
        case .warning: return .warning
        case .ok:
            if let failures = row.failures?.current, failures > 0 {
                return .failed(Int(clamping: failures))
            }
            let unlike = signals.filter { !$0.isBanded && !$0.out.isEmpty }
            return unlike.isEmpty ? .fine : .unlikeBeginning(unlike.map(\.metric))
        }
    }

    /// Why the device's condition is what it is.
    package enum Reason {
        /// The gravest open episode.
        case open(Episode)
        /// None is open; the gravest of the period is over.
        case over(Episode)
        case loss(HealthPart)
        /// All readings are inside their bands; this one is the farthest from the middle.
        case inside(furthest: Excursion)
        case inBands, noBands
    }

    /// The first that applies: an open trouble, a loss of health unless the device is OK, then the
    /// others in their order.
    package var reason: Reason {
        if let trouble = row.trouble { return .open(trouble) }
        if let loss = row.mainLoss ?? health.first, row.status != .ok { return .loss(loss) }
        if let gravest = troubles.max(by: { $0.severity < $1.severity }) { return .over(gravest) }
        if let furthest = row.furthest, !furthest.isOpen { return .inside(furthest: furthest) }
        return isBanded ? .inBands : .noBands
    }

    /// What earlier excursions of the reading led to whose episode is open now.
    package var precedent: Outcome? {
        guard case .metric(let metric)? = row.trouble?.subjects.first else { return nil }
        return outcomes.first { $0.metric == metric }
    }

    /// The reading that the gravest open trouble is about, where its latest value lies in its band
    /// and other readings are further from their levels.
    package var unseenTrouble: MetricRef? {
        guard isBanded, case .metric(let metric)? = row.trouble?.subjects.first,
            let most = contributions.first, most.metric != metric,
            let now = row.furthest, now.metric == metric, !now.isOpen
        else { return nil }
        return metric
    }

    package var isBanded: Bool { signals.contains(where: \.isBanded) }

    /// The reading whose excursions a failure followed most often.
    package var gravestOutcome: Outcome? { outcomes.max { $0.share < $1.share } }

    /// How worn the device's parts are, by the oldest.
    package enum Wear {
        /// These parts are past the 90th percentile of the fleet's lives.
        case old([PartAge])
        /// None is as old, but these are past the median.
        case middling([PartAge])
        case young
    }

    package var wear: Wear {
        let old = parts.filter { $0.stage == .old }
        guard old.isEmpty else { return .old(old) }
        let middling = parts.filter { $0.stage == .middling }
        return middling.isEmpty ? .young : .middling(middling)
    }
}

extension DiagnosticReport.Outcome {
    /// The failure that followed most often; nil where none did.
    package var leadingFailure: CodeRef? { followed > 0 ? failure : nil }
}

/// What the stretch that is drawn shows.
extension DiagnosticReport {
    package enum Scene {
        /// No readings and no events are in it; whether the set has no readings at all.
        case empty(isWithoutReadings: Bool)
        /// So many events, but no readings.
        case events(Int)
        /// Readings without bands, and those that differ from the beginning.
        case unbanded(UnlikeReadings?)
        case inBands
        /// So many episodes, and how many of them are still open.
        case troubles(Int, open: Int)
    }

    /// Readings that differ from the beginning of the record.
    package struct UnlikeReadings {
        package var first: MetricRef
        /// The first time at which `first` differs.
        package var at: Double
        /// How many others differ.
        package var others: Int
    }

    package var scene: Scene {
        guard !signals.isEmpty else {
            let total = events.reduce(0) { $0 + $1.count }
            return total == 0 ? .empty(isWithoutReadings: missingData.metrics) : .events(total)
        }
        let shown = troubles.filter {
            $0.to ?? .infinity >= window.lowerBound && $0.from <= window.upperBound
        }
        guard isBanded || !shown.isEmpty else { return .unbanded(unlikeReadings) }
        return shown.isEmpty ? .inBands : .troubles(shown.count, open: shown.count(where: \.isOpen))
    }

    /// How many failures are in the stretch.
    package var failuresShown: Int {
        events.filter { $0.code.kind == .failure }.reduce(0) { $0 + $1.count }
    }

    private var unlikeReadings: UnlikeReadings? {
        let marked = signals.filter { !$0.out.isEmpty }
        guard let first = marked.first, let at = first.out.first else { return nil }
        return UnlikeReadings(first: first.metric, at: first.times[at], others: marked.count - 1)
    }
}
