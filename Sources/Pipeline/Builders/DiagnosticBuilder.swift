import Analysis
import Reports
import Telemetry
import Values

/// Makes the Diagnostics of one device.
struct DiagnosticBuilder {
    let source: any TelemetrySource
    let scope: Scope
    let fleet: FleetState
    let clusters: ClusterReport
    /// Estimates of how long parts of the fleet live; nil where none could be made.
    let lives: PartLives?
    let state: DeviceState
    let window: ClosedRange<Double>
    let model: ModelPanel
    let missingData: MissingData

    /// - Throws: What the source throws.
    func report() throws -> DiagnosticReport {
        let series = try source.series(of: state.device.index, scope.filter)
        let outcomes = OutcomeBuilder(scope: scope, fleet: fleet)
        let unbanded =
            state.bands.isEmpty
            ? UnbandedSignals(scope: scope, series: series, window: window) : nil
        let place = fleet.ranking.firstIndex {
            fleet.devices[$0].device.index == state.device.index
        }
        let next = place.flatMap { fleet.ranking.dropFirst($0 + 1).first }
        var report = DiagnosticReport(
            row: state.row, rows: state.features.rows, attributes: attributes(),
            health: state.parts,
            list: fleet.worst(500).map(entry),
            next: next.map { fleet.devices[$0].device },
            signals: unbanded.map { Array($0.signals().prefix(24)) }
                ?? signals(series, drawn(series)),
            events: marks(), window: window,
            contributions: unbanded?.contributions() ?? contributions(), troubles: state.troubles,
            excursions: Array(state.excursions.suffix(100).reversed()),
            excursionCount: state.excursions.count, outcomes: outcomes.outcomes(),
            parts: PartAges(scope: scope, fleet: fleet, lives: lives).ages(of: state),
            codes: codeCounts(),
            forecast: SignalForecastBuilder(
                scope: scope, fleet: fleet, state: state, outcomes: outcomes
            ).forecast(series), causes: try causes(), findings: findings(), alike: alike(),
            model: model,
            missingData: missingData)
        report.partRisks = lives?.risks.filter { $0.device == state.device } ?? []
        report.riskHorizon = lives?.horizon
        report.aftermath = state.troubles.first.flatMap {
            AftermathBuilder(scope: scope, fleet: fleet, within: outcomes.within).aftermath(of: $0)
        }
        return report
    }

    /// The readings behind the slices of the charts: what cannot be had finer now comes from the
    /// buckets.
    private func drawn(_ series: DeviceSeries) -> DeviceSeries {
        let finer = try? source.finerSeries(
            of: state.device.index, in: window, parts: ReadingTrace.parts)
        return finer ?? series
    }

    /// The causes of the latest failure if nothing has gone wrong since, else of the gravest
    /// episode in which several readings of the device moved.
    private func causes() throws -> CauseReport? {
        let history = TroubleHistory(source: source, main: scope.whole, episodes: fleet.episodes)
        let own = history.episodes(of: state.device.index).filter {
            $0.grade != .remark && ($0.isFailure || !$0.metrics.isEmpty)
        }
        if let latest = own.max(by: { $0.latest < $1.latest }), latest.isFailure,
            let failure = try failure(of: latest, history)
        {
            return try CauseFinder(history, device: state.device.index).report(
                CauseQuestion(device: state.device.index, failure))
        }
        let several = own.filter { $0.metrics.count > 1 }
        guard let gravest = several.min(by: EpisodeFinder.isGraver) else { return nil }
        return try CauseFinder(history, device: state.device.index).report(of: gravest)
    }

    private func failure(
        of episode: Episode, _ history: TroubleHistory
    ) throws -> CauseReport.Failure? {
        for case .code(let code) in episode.subjects where code.kind == .failure {
            guard let time = try history.time(of: code, in: episode) else { continue }
            return CauseReport.Failure(code: code, time: time)
        }
        return nil
    }

    private func entry(_ state: DeviceState) -> DiagnosticReport.ListEntry {
        DiagnosticReport.ListEntry(
            device: state.device, status: state.status, health: state.health,
            trouble: state.trouble)
    }

    private func attributes() -> [DiagnosticReport.Attribute] {
        let device = scope.catalog.devices[state.device.index]
        return zip(scope.catalog.attributes, device.attributes).compactMap { name, value in
            value.isEmpty ? nil : DiagnosticReport.Attribute(name: name, value: value)
        }
    }

    /// The signals over the window in slices of the bands, at most 24: that of the gravest open trouble
    /// first, then the furthest out. `drawn` has the readings behind the slices.
    private func signals(
        _ series: DeviceSeries, _ drawn: DeviceSeries
    ) -> [DiagnosticReport.Signal] {
        let troubled = state.troubledMetric
        let order = state.bands.sorted { a, b in
            guard (a.metric == troubled) == (b.metric == troubled) else {
                return a.metric == troubled
            }
            return abs(a.band.lastZ) > abs(b.band.lastZ)
        }
        return order.prefix(24).map { signal in
            let values = fleet.grid.means(series.times, series.metrics[signal.metric.index])
            let shown = fleet.grid.slices.indices.filter {
                fleet.grid.slices[$0].to > window.lowerBound
                    && fleet.grid.slices[$0].from <= window.upperBound
            }
            // A reading that is never negative is not expected to become so.
            let floor = values.allSatisfy { !($0 < 0) } ? 0 : -Double.infinity
            let limits = signal.band.isSeasonal ? shown : Array(shown.prefix(1))
            return DiagnosticReport.Signal(
                metric: signal.metric, times: shown.map { fleet.grid.slices[$0].from },
                values: shown.map { values[$0] },
                low: limits.map { max(floor, signal.band.lower(at: $0)) },
                high: limits.map(signal.band.upper(at:)),
                out: out(shown, troubles(of: signal.metric)),
                last: values.last(where: \.isFinite) ?? .nan,
                lastIsOut: troubles(of: signal.metric).contains(where: \.isOpen),
                points: shown.count,
                trace: ReadingTrace(window: window).trace(
                    drawn.times, drawn.metrics[signal.metric.index], beside: shown.count))
        }
    }

    private func troubles(of metric: MetricRef) -> [Episode] {
        state.troubles.filter { $0.subjects.contains(.metric(metric)) }
    }

    /// Indices of `shown` whose slices overlap an episode.
    private func out(_ shown: [Int], _ troubles: [Episode]) -> [Int] {
        guard !troubles.isEmpty else { return [] }
        let slices = fleet.grid.slices
        return shown.enumerated().filter { _, index in
            troubles.contains {
                slices[index].to > $0.from && slices[index].from <= $0.to ?? .infinity
            }
        }.map(\.offset)
    }

    private func marks() -> [DiagnosticReport.EventMark] {
        let shown = Set(EventKind.allCases.flatMap(scope.codes).map(\.index))
        return state.events.filter { window.contains($0.time) && shown.contains($0.code) }
            .suffix(2_000)
            .map {
                DiagnosticReport.EventMark(
                    time: $0.time, code: scope.codes[$0.code], count: $0.count)
            }
    }

    private func contributions() -> [DiagnosticReport.Contribution] {
        let squares = state.bands.map { signal -> (MetricRef, Double) in
            let z = min(max(signal.band.lastZ, -Excursion.farthest), Excursion.farthest)
            return (signal.metric, z.isFinite ? z * z : 0)
        }
        let total = squares.reduce(0) { $0 + $1.1 }
        guard total > 0 else { return [] }
        return squares.map { DiagnosticReport.Contribution(metric: $0.0, share: $0.1 / total) }
            .sorted { $0.share > $1.share }
    }

    private func codeCounts() -> [DiagnosticReport.CodeCount] {
        let devices = Double(max(1, fleet.devices.count))
        return EventKind.allCases.flatMap(scope.codes).compactMap { code in
            let count = state.features.codes[code.index]
            guard count > 0 || scope.codes.count <= 12 else { return nil }
            let all = fleet.devices.reduce(0) { $0 + $1.features.codes[code.index] }
            let recent = state.recentCodes[code.index]
            return DiagnosticReport.CodeCount(
                code: code, count: count,
                recent: scope.recent(code.kind).map { _ in
                    Compared(
                        current: Double(recent?.now ?? 0), previous: Double(recent?.before ?? 0))
                }, fleetMean: Double(all) / devices)
        }.sorted { $0.count > $1.count }
    }

    private func findings() -> [Finding] {
        let others = FleetComparison(fleet: fleet).findings().filter { finding in
            switch finding.kind {
            case .apartOfFew(let device, _): return device == state.device
            default: return false
            }
        }
        // A row has no past: only what marked rows have in common can be said.
        let labelled =
            fleet.scope.catalog.axis.kind == .row
            ? LabelledFindings(scope: fleet.scope, fleet: fleet).findings() : []
        return (DeviceFindings(fleet: fleet).own(state) + others + labelled).sorted {
            $0.weight > $1.weight
        }
    }

    /// The five devices nearest in the features of the Clusters page, each divided by its standard
    /// deviation.
    private func alike() -> [DiagnosticReport.Alike] {
        if case .windows = clusters.unit { return [] }
        guard let own = clusters.members.first(where: { $0.device == state.device })
        else { return [] }
        let scales = clusters.features.indices.map { column in
            Statistics.standardDeviation(
                clusters.members.map { $0.values[column] }.filter(\.isFinite))
        }
        let distances = clusters.members.filter { $0.device != state.device }.map { member in
            let squares = scales.indices.reduce(0.0) { sum, column in
                let difference = (member.values[column] - own.values[column]) / scales[column]
                return difference.isFinite ? sum + difference * difference : sum
            }
            return (member, squares.squareRoot())
        }
        return distances.sorted { $0.1 < $1.1 }.prefix(5).compactMap { member, distance in
            guard let device = member.device, let other = fleet.state(of: device.index) else {
                return nil
            }
            return DiagnosticReport.Alike(
                device: device, status: other.status, distance: distance,
                failures: missingData.failures
                    ? nil : scope.count(.failure, in: other.features.codes))
        }
    }
}
