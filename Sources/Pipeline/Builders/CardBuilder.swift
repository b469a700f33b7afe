import Analysis
import Reports
import Telemetry
import Values

/// Makes the cards of the Overview: those that fit the data, at most six.
struct CardBuilder {
    let overview: OverviewBuilder

    private static let fewCards = 4

    private var scope: Scope { overview.scope }
    private var fleet: FleetState { overview.fleet }

    func cards() -> [OverviewReport.KPI] {
        var cards: [OverviewReport.KPI] = []
        if fleet.devices.contains(where: { !$0.bands.isEmpty }) { cards.append(outOfBand()) }
        for kind in [EventKind.error, .failure, .repair, .other] {
            if let card = events(kind) { cards.append(card) }
        }
        if let card = timeBetweenFailures() { cards.append(card) }
        if fleet.devices.count > 1 { cards.append(health()) }
        if scope.catalog.hasLabels {
            cards.append(
                OverviewReport.KPI(
                    .labelledRows, value: Double(overview.totals.labelled),
                    total: Double(overview.totals.rows)))
        }
        cards += metrics()
        // How much there is says nothing of its state: only where hardly anything else is known.
        if cards.count < Self.fewCards {
            cards.append(OverviewReport.KPI(.rows, value: Double(overview.totals.rows)))
            if scope.catalog.axis.kind != .row {
                cards.append(OverviewReport.KPI(.devices, value: Double(fleet.devices.count)))
            }
        }
        return Array(cards.prefix(6))
    }

    private func outOfBand() -> OverviewReport.KPI {
        let counts = fleet.outCounts.map(Double.init)
        let span = scope.recent.map { $0.to - $0.from } ?? 0
        let before = fleet.grid.index(of: scope.period.upperBound - span).map { counts[$0] }
        return OverviewReport.KPI(
            .devicesOut, value: Double(fleet.outNow), total: Double(fleet.devices.count),
            previous: scope.recent == nil ? nil : before, whole: Statistics.median(counts),
            spark: Array(counts.suffix(182)))
    }

    private func events(_ kind: EventKind) -> OverviewReport.KPI? {
        guard let series = overview.rates.series(kind) else { return nil }
        let whole = Double(series.counts.reduce(0, +))
        let spark = zip(series.counts, series.slices).filter { $0.1.isComplete }
            .map { Double($0.0) }.suffix(60)
        guard let recent = scope.recent(kind) else {
            return OverviewReport.KPI(.events(kind), value: whole, spark: Array(spark))
        }
        let codes = Set(scope.codes(kind).map(\.index))
        let pair = overview.recentCounts(codes: codes, recent)
        return OverviewReport.KPI(
            .events(kind), value: pair.current, previous: pair.previous, whole: whole,
            spark: Array(spark))
    }

    private func timeBetweenFailures() -> OverviewReport.KPI? {
        guard let series = overview.rates.series(.failure) else { return nil }
        let exposure = overview.rates.exposures(.failure).reduce(0, +)
        let total = series.counts.reduce(0, +)
        guard total >= 2, scope.catalog.axis.isCalendar, fleet.devices.count > 1 else { return nil }
        let whole = exposure / Double(total)
        guard let recent = scope.recent(.failure) else {
            return OverviewReport.KPI(.timeBetweenFailures, value: whole)
        }
        let pair = overview.recentCounts(
            codes: Set(scope.codes(.failure).map(\.index)), recent)
        let span = (recent.to - recent.from) / Scope.day * Double(overview.rates.devices)
        guard pair.current >= 5, let previous = pair.previous, previous >= 5 else {
            return OverviewReport.KPI(.timeBetweenFailures, value: whole, whole: whole)
        }
        return OverviewReport.KPI(
            .timeBetweenFailures, value: span / pair.current, previous: span / previous,
            whole: whole)
    }

    private func health() -> OverviewReport.KPI {
        let values = fleet.devices.map(\.health)
        return OverviewReport.KPI(
            .health, value: Statistics.median(values), low: values.count { $0 < 50 },
            middling: values.count { $0 >= 50 && $0 < 75 },
            spark: values.sorted())
    }

    private func metrics() -> [OverviewReport.KPI] {
        scope.metrics.prefix(4).compactMap { metric in
            let series = overview.rates.timeline.metrics[metric.index].map(\.mean)
            let present = series.filter(\.isFinite)
            guard let last = present.last else { return nil }
            let previous = present.count >= 2 ? present[present.count - 2] : nil
            let whole = overview.totals.metrics[metric.index].mean
            return OverviewReport.KPI(
                .metric(metric), value: scope.catalog.axis.isCalendar ? last : whole,
                previous: scope.catalog.axis.isCalendar ? previous : nil, whole: whole,
                // Rows without a time are in no order.
                spark: scope.catalog.axis.kind == .row ? [] : Array(present.suffix(60)))
        }
    }
}

extension OverviewBuilder {
    /// Events of some codes in the recent span and the one before it, over all devices shown.
    func recentCounts(codes: Set<Int>, _ span: ReportContext.RecentSpan) -> Compared {
        var sum = DeviceState.RecentCount()
        for device in fleet.devices {
            for (code, count) in device.recentCodes where codes.contains(code) {
                sum.now += count.now
                sum.before += count.before
            }
        }
        return Compared(current: Double(sum.now), previous: Double(sum.before))
    }
}
