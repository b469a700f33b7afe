package import Reports
package import Telemetry
package import Values

/// A choice made precise for one data set: the filter, the steps of the charts, the spans compared.
package struct Scope: Sendable {
    package let catalog: Catalog
    let filter: Filter
    package let period: ClosedRange<Double>
    /// The period where none is chosen.
    let whole: ClosedRange<Double>
    let isPeriodChosen: Bool
    /// Slices fine enough to see a device leave its band.
    let bandStep: TimeStep
    /// Slices of the charts over time.
    let trendStep: TimeStep
    let recent: ReportContext.RecentSpan?
    /// The wall clock of the axis; UTC without dates.
    package let zone: Zone
    package let metrics: [MetricRef]
    let codes: [CodeRef]
    /// Codes that pass the filter, by kind.
    private let codesByKind: [EventKind: [CodeRef]]
    /// The time in which each kind of event could be recorded.
    let coverage: Coverage
    /// Kind of each code of the catalog; `nil` where the filter excludes it.
    private let kindByCode: [EventKind?]

    package static let day = 86_400.0

    /// Bounds outside the data are cut; an empty period becomes the whole set.
    ///
    /// - Parameters:
    ///   - mainRange: The time that the set is about; `nil` = all of it.
    ///   - coverage: The time in which each kind of event could be recorded.
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

    /// The length of time that slopes are given for: the longest usual span that fits twice into
    /// the period.
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

    /// Slices of the charts over time per `trendSpan`.
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

    /// The unit of rates in the axis' unit: a day where times are dates, else 1.
    var rateUnit: Double { catalog.axis.isCalendar ? Self.day : 1 }

    /// Number of devices that pass the filter.
    var deviceCount: Int { filter.devices?.count ?? catalog.devices.count }

    func deviceRef(_ index: Int) -> DeviceRef { catalog.deviceRef(index) }

    func filter(from: Double, to: Double) -> Filter {
        var filter = filter(from: from)
        filter.to = to
        return filter
    }

    /// The filter from a time on, to the end of the period.
    func filter(from: Double) -> Filter {
        var filter = filter
        filter.from = from
        return filter
    }

    /// The filter extended to the time before a chosen period, at most 2,000 slices of a width:
    /// what is ordinary cannot be learned from the hour that somebody looks at. `nil` where the
    /// whole set is shown, or nothing lies before.
    func history(width: Double) -> Filter? {
        let start = catalog.axis.dataRange.lowerBound
        guard isPeriodChosen, width > 0, period.lowerBound > start else { return nil }
        return filter(from: max(start, period.lowerBound - 2_000 * width))
    }

    /// The part of the period in which events of a kind could be recorded; `nil` where there is
    /// none.
    func known(_ kind: EventKind) -> ClosedRange<Double>? { coverage.known(kind, in: period) }

    /// The recent span and the one before; `nil` where the kind is not known throughout both.
    func recent(_ kind: EventKind) -> ReportContext.RecentSpan? {
        guard let recent, let known = known(kind), known.upperBound == period.upperBound,
            known.lowerBound <= max(recent.previousFrom, period.lowerBound)
        else { return nil }
        return recent
    }

    /// The codes of a kind that pass the filter, in the order of the catalog.
    func codes(_ kind: EventKind) -> [CodeRef] { codesByKind[kind] ?? [] }

    func kind(of code: Int) -> EventKind? { kindByCode[code] }

    /// Events of a kind in counts per code, with the filter applied. O(codes with events).
    func count(_ kind: EventKind, in counts: EventCounts) -> Int {
        counts.entries.reduce(0) { $0 + (kindByCode[$1.code] == kind ? $1.count : 0) }
    }

    /// The exclusive end of the filter for a period; `nil` where the data end with it.
    ///
    /// The last reading of the whole set is included with its bucket. A chosen end is exact:
    /// midnight after a day does not bring in a bucket of the next day.
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

    /// A calendar step that suits the length and is not finer than the buckets, as every other
    /// slice would be empty then.
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

    /// Two spans of four weeks, a week, a day or an hour, the longest that fit; nil without dates.
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
    /// A time as `2020-07-13 04:00` on the axis' wall clock, or as a whole number without dates:
    /// part of a window's name, not of a sentence.
    package func timeLabel(_ time: Double) -> String {
        guard catalog.axis.isCalendar else { return "\(Int(exactly: time.rounded()) ?? 0)" }
        let date = zone.date(at: time)
        let seconds = Int(clamping: zone.daysAndSeconds(at: time).seconds)
        let clock = "\((seconds / 3_600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
        return "\(date.year)-\(date.month.padded(to: 2))-\(date.day.padded(to: 2)) \(clock)"
    }
}
