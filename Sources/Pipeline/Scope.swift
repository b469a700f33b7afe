package import Reports
package import Telemetry
package import Values

/// A question made precise: the filter, the steps in which answers are cut, the spans compared.
package struct Scope: Sendable {
    package let catalog: Catalog
    let filter: Filter
    package let period: ClosedRange<Double>
    /// What is shown where no period is chosen.
    let whole: ClosedRange<Double>
    let isPeriodChosen: Bool
    /// Cuts fine enough to see a device leave its band.
    let bandStep: TimeStep
    /// Cuts of the charts over time.
    let trendStep: TimeStep
    let recent: ReportContext.RecentSpan?
    /// Wall clock of the axis; UTC without dates.
    package let zone: Zone
    package let metrics: [MetricRef]
    let codes: [CodeRef]
    /// Those that pass the filter, by kind.
    private let codesByKind: [EventKind: [CodeRef]]
    /// When the files can tell of events.
    let coverage: Coverage
    /// By code its kind; `nil` where the filter stops it.
    private let kindByCode: [EventKind?]

    package static let day = 86_400.0

    /// Makes a scope from a choice; bounds outside the data are cut, an empty period is the whole set.
    ///
    /// - Parameters:
    ///   - mainRange: The part of the data that a whole view is about; `nil` = all of it.
    ///   - coverage: When the files can tell of events.
    package init(
        catalog: Catalog, choice: Choice, mainRange: ClosedRange<Double>? = nil,
        coverage: Coverage = Coverage()
    ) {
        self.catalog = catalog
        self.coverage = coverage
        let range = catalog.axis.dataRange
        whole = mainRange.map { $0.clamped(to: range) } ?? range
        let from = max(choice.from ?? whole.lowerBound, range.lowerBound)
        let to = min(choice.to ?? whole.upperBound, range.upperBound)
        isPeriodChosen = from < to && (from != whole.lowerBound || to != whole.upperBound)
        period = isPeriodChosen ? ClosedRange(from: from, to: to) ?? whole : whole
        metrics = catalog.metricRefs
        codes = catalog.codeRefs
        filter = Self.filter(
            catalog: catalog, choice: choice, period: period == range ? nil : period,
            end: Self.end(of: period, whole: whole, catalog.axis), codes)
        let shown = filter.codes.map(Set.init)
        let passing = codes.filter { shown?.contains($0.index) ?? true }
        codesByKind = Dictionary(grouping: passing, by: \.kind)
        kindByCode = passing.reduce(into: [EventKind?](repeating: nil, count: codes.count)) {
            $0[$1.index] = $1.kind
        }
        let length = period.upperBound - period.lowerBound
        if catalog.axis.isCalendar {
            bandStep = Self.calendarBandStep(length, resolution: catalog.axis.bucketWidth)
            trendStep = Self.calendarTrendStep(
                length, resolution: catalog.axis.bucketWidth)
        } else {
            let width = max(1, NiceStep.decimal(atLeast: length / 400))
            bandStep = .width(max(width, catalog.axis.bucketWidth))
            trendStep = .width(max(1, NiceStep.decimal(atLeast: length / 40)))
        }
        recent = Self.recentSpan(catalog.axis, period: period)
        zone = Zone(of: catalog.axis.kind)
    }

    /// What slopes are counted by: the longest usual span that the period holds twice.
    var trendSpan: TrendSpan {
        guard catalog.axis.isCalendar else { return .tenth }
        let length = period.upperBound - period.lowerBound
        switch length {
        case (56 * Self.day)...: return .fourWeeks
        case (14 * Self.day)...: return .week
        case (2 * Self.day)...: return .day
        case 7_200...: return .hour
        default: return .tenth
        }
    }

    /// How many slices of the charts over time that span holds.
    var slicesPerTrendSpan: Double {
        let span: Double =
            switch trendSpan {
            case .fourWeeks: 28 * Self.day
            case .week: 7 * Self.day
            case .day: Self.day
            case .hour: 3_600
            case .tenth: (period.upperBound - period.lowerBound) / 10
            }
        let slice: Double =
            switch trendStep {
            case .hour: 3_600
            case .day: Self.day
            case .week: 7 * Self.day
            case .month: 30.4375 * Self.day
            case .width(let width): max(width, 1e-9)
            }
        return span / slice
    }

    /// What a slice of the axis is called in rates: events per device and day, or per unit.
    var rateUnit: Double { catalog.axis.isCalendar ? Self.day : 1 }

    /// How many devices pass the filter.
    var deviceCount: Int { filter.devices?.count ?? catalog.devices.count }

    func deviceRef(_ index: Int) -> DeviceRef { catalog.deviceRef(index) }

    /// The same scope cut to a span of time.
    func filter(from: Double, to: Double) -> Filter {
        var filter = filter(from: from)
        filter.to = to
        return filter
    }

    /// The same scope from a time on, to the end of the period.
    func filter(from: Double) -> Filter {
        var filter = filter
        filter.from = from
        return filter
    }

    /// The filter of a chosen period with the time before it, at most 2,000 slices of a width:
    /// what is ordinary is not learned from an hour that somebody looks at. `nil` where the whole
    /// set is shown, or nothing lies before.
    func history(width: Double) -> Filter? {
        let start = catalog.axis.dataRange.lowerBound
        guard isPeriodChosen, width > 0, period.lowerBound > start else { return nil }
        return filter(from: max(start, period.lowerBound - 2_000 * width))
    }

    /// The part of the period in which a kind of event could be told of; `nil` where none could.
    func known(_ kind: EventKind) -> ClosedRange<Double>? { coverage.known(kind, in: period) }

    /// The span that is compared with the one before; `nil` where a kind is not known in both.
    func recent(_ kind: EventKind) -> ReportContext.RecentSpan? {
        guard let recent, let known = known(kind), known.upperBound == period.upperBound,
            known.lowerBound <= max(recent.previousFrom, period.lowerBound)
        else { return nil }
        return recent
    }

    /// Codes of a kind that pass the filter.
    func codes(_ kind: EventKind) -> [CodeRef] { codesByKind[kind] ?? [] }

    /// The kind of a code; `nil` where the filter stops it.
    func kind(of code: Int) -> EventKind? { kindByCode[code] }

    /// Sum of a kind's events in counts per code. O(codes with events).
    func count(_ kind: EventKind, in counts: EventCounts) -> Int {
        counts.entries.reduce(0) { $0 + (kindByCode[$1.code] == kind ? $1.count : 0) }
    }

    /// The first time after a period; `nil` where the data end with it.
    ///
    /// The last reading of the whole belongs to it with its bucket. An end that somebody chose is
    /// one: midnight after a day brings no bucket of the next.
    private static func end(
        of period: ClosedRange<Double>, whole: ClosedRange<Double>, _ axis: TimeAxis
    ) -> Double? {
        if period.upperBound >= axis.dataRange.upperBound { return nil }
        return period.upperBound == whole.upperBound
            ? period.upperBound + axis.bucketWidth / 2 : period.upperBound.nextUp
    }

    private static func filter(
        catalog: Catalog, choice: Choice, period: ClosedRange<Double>?, end: Double?,
        _ codes: [CodeRef]
    ) -> Filter {
        let names = Set(choice.devices)
        let wanted = Set(choice.codes)
        let devices = catalog.devices.indices.filter { names.contains(catalog.devices[$0].name) }
        let shown = codes.filter { wanted.contains($0.name) }.map(\.index)
        return Filter(
            from: period?.lowerBound, to: end, devices: devices.isEmpty ? nil : devices,
            codes: shown.isEmpty ? nil : shown)
    }

    private static func calendarBandStep(_ length: Double, resolution: Double) -> TimeStep {
        if length >= 45 * day { return .day }
        if length >= 4 * day { return resolution > 3_600 ? .width(resolution) : .hour }
        return .width(max(resolution, NiceStep.seconds(atLeast: length / 400)))
    }

    /// A calendar step that suits the length, and is not finer than the buckets: every other slice
    /// would be empty.
    private static func calendarTrendStep(
        _ length: Double, resolution: Double
    ) -> TimeStep {
        let steps: [(shortest: Double, width: Double, step: TimeStep)] = [
            (10 * 3_600, 3_600, .hour), (5 * day, day, .day), (100 * day, 7 * day, .week),
            (900 * day, 30 * day, .month),
        ]
        if let place = steps.lastIndex(where: { length >= $0.shortest }),
            let chosen = steps[place...].first(where: { $0.width >= resolution })
        {
            return chosen.step
        }
        return .width(max(1, resolution, NiceStep.seconds(atLeast: length / 30)))
    }

    /// Four weeks, a week, a day or an hour, whichever fits twice; only where times are dates.
    private static func recentSpan(
        _ axis: TimeAxis, period: ClosedRange<Double>
    ) -> ReportContext.RecentSpan? {
        guard axis.isCalendar else { return nil }
        let length = period.upperBound - period.lowerBound
        for span in [28 * day, 7 * day, day, 3_600] where length >= 2 * span {
            let to = period.upperBound.nextUp
            return ReportContext.RecentSpan(
                from: to - span, to: to, previousFrom: to - 2 * span)
        }
        return nil
    }
}

extension Scope {
    /// A time as `2020-07-13 04:00` on the wall clock of the axis, or a plain number; a name of a
    /// window, not a sentence.
    package func timeLabel(_ time: Double) -> String {
        guard catalog.axis.isCalendar else { return "\(Int(exactly: time.rounded()) ?? 0)" }
        let date = zone.date(at: time)
        let seconds = Int(clamping: zone.daysAndSeconds(at: time).seconds)
        let clock = "\((seconds / 3_600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        return "\(date.year)-\(date.month.padded(to: 2))-\(date.day.padded(to: 2)) \(clock)"
    }
}
