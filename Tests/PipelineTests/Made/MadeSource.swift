import Analysis
import Foundation
import Reports
import Values

@testable import Pipeline
@testable import Telemetry

/// A source of made numbers, whose answers are counted in the plainest way.
struct MadeSource: TelemetrySource {
    /// A device with its rows and events.
    struct Unit: Sendable {
        var name: String
        var attributes: [String] = []
        /// One value per metric; NaN where it was not read.
        var rows: [(time: Double, values: [Double])] = []
        var events: [DeviceSeries.Event] = []
        var labelled: [Double] = []
    }

    static let day = 86_400.0
    static let hour = 3_600.0

    var catalog: Catalog
    let units: [Unit]

    /// - Parameters:
    ///   - start: When the whole set begins.
    ///   - length: Of the whole set.
    ///   - step: Of the buckets.
    init(
        _ units: [Unit], metrics: [String] = [], codes: [(EventKind, String)] = [],
        attributes: [String] = [], start: Double = 0, length: Double = 60 * day,
        step: Double = hour, kind: TimeKind = .time(zone: "UTC", isStated: true),
        hasLabels: Bool = false
    ) {
        self.units = units
        let counts = codes.indices.map { code in
            units.reduce(0) { sum, unit in
                sum + unit.events.reduce(0) { $0 + ($1.code == code ? $1.count : 0) }
            }
        }
        catalog = Catalog(
            name: "made",
            axis: TimeAxis(
                kind: kind, start: start, bucketWidth: step,
                bucketCount: Int(clamping: length / step) + 1,
                dataRange: start...(start + length)),
            devices: units.map { .init(name: $0.name, attributes: $0.attributes) },
            attributes: attributes, metrics: metrics.map { .init(name: $0) },
            codes: zip(codes, counts).map { .init(kind: $0.0, name: $0.1, count: $1) },
            severities: [], hasLabels: hasLabels,
            rows: units.reduce(0) { $0 + $1.rows.count })
    }

    var scope: Scope { Scope(catalog: catalog, choice: Choice()) }

    func fleet(_ episodes: [Episode] = [], _ scope: Scope? = nil) throws -> FleetState {
        try FleetState(source: self, scope: scope ?? self.scope, episodes: episodes)
    }

    /// Rates by the slices of the charts over time.
    func rates(_ scope: Scope? = nil) -> RateBuilder {
        let scope = scope ?? self.scope
        return RateBuilder(scope: scope, timeline: timeline(scope.filter, step: scope.trendStep))
    }

    func pipeline(files: [FileReport] = []) -> AnalysisPipeline {
        AnalysisPipeline(
            source: self, load: LoadReport(dataset: "made", files: files, notes: [], seconds: 0),
            corrections: [:], fingerprint: "made-1")
    }

    // MARK: - Answers

    private func shown(_ filter: Filter) -> [Int] {
        units.indices.filter { filter.devices?.contains($0) ?? true }
    }

    private func passes(_ time: Double, _ filter: Filter) -> Bool {
        time >= filter.from ?? -.infinity && time < filter.to ?? .infinity
    }

    func slices(_ filter: Filter, step: TimeStep) -> [TimeSlice] {
        catalog.axis.slices(step, filter, zone: Zone(of: catalog.axis.kind))
    }

    func events(of device: Int, _ filter: Filter) -> [DeviceSeries.Event] {
        units[device].events.filter {
            passes($0.time, filter) && filter.codes?.contains($0.code) ?? true
        }.sorted { $0.time < $1.time }
    }

    func series(of device: Int, _ filter: Filter) -> DeviceSeries {
        let rows = units[device].rows.filter { passes($0.time, filter) }
        return DeviceSeries(
            device: device, times: rows.map(\.time),
            metrics: catalog.metrics.indices.map { metric in
                rows.map { Self.summary([$0.values[metric]]) }
            }, events: events(of: device, filter),
            labelled: units[device].labelled.filter { passes($0, filter) })
    }

    func readings(of device: Int, _ filter: Filter) -> DeviceReadings {
        let rows = units[device].rows.filter { passes($0.time, filter) }
        return DeviceReadings(
            device: device,
            slots: rows.map {
                Int32(clamping: ($0.time - catalog.axis.start) / catalog.axis.bucketWidth)
            },
            rows: rows.map { _ in 1 },
            values: catalog.metrics.indices.map { metric in
                let column = rows.map { Float($0.values[metric]) }
                return column.allSatisfy(\.isNaN) ? [] : column
            })
    }

    func deviceFeatures(_ filter: Filter) -> [DeviceFeatures] {
        shown(filter).map { device in
            let series = series(of: device, filter)
            let rows = units[device].rows.filter { passes($0.time, filter) }
            let times = series.times + series.events.map(\.time)
            var counts = [Int](repeating: 0, count: catalog.codes.count)
            for event in series.events { counts[event.code] += event.count }
            let columns = catalog.metrics.indices.map { metric in rows.map { $0.values[metric] } }
            return DeviceFeatures(
                device: device, rows: rows.count, firstTime: times.min() ?? .nan,
                lastTime: times.max() ?? .nan, metrics: columns.map(Self.summary),
                slopes: columns.map { Self.slope(rows.map(\.time), $0) },
                codes: EventCounts(counts), labelled: series.labelled.count)
        }
    }

    func totals(_ filter: Filter) -> Totals {
        let features = deviceFeatures(filter)
        return Totals(
            rows: features.reduce(0) { $0 + $1.rows }, devices: features.count { $0.rows > 0 },
            codes: catalog.codes.indices.map { code in features.reduce(0) { $0 + $1.codes[code] } },
            metrics: catalog.metrics.indices.map { metric in
                Self.summary(
                    shown(filter).flatMap { device in
                        units[device].rows.filter { passes($0.time, filter) }
                            .map { $0.values[metric] }
                    })
            }, labelled: features.reduce(0) { $0 + $1.labelled })
    }

    func timeline(_ filter: Filter, step: TimeStep) -> Timeline {
        let slices = slices(filter, step: step)
        let grid = SliceGrid(slices)
        let none = [Int](repeating: 0, count: slices.count)
        var timeline = Timeline(
            slices: slices, rows: none, devices: none, codes: catalog.codes.map { _ in none },
            metrics: catalog.metrics.map { _ in slices.map { _ in .init() } })
        var means = catalog.metrics.map { _ in slices.map { _ in [Double]() } }
        for device in shown(filter) {
            let rows = units[device].rows.filter { passes($0.time, filter) }
            for (place, own) in Dictionary(grouping: rows, by: { grid.index(of: $0.time) ?? -1 })
            where place >= 0 {
                timeline.rows[place] += own.count
                timeline.devices[place] += 1
                for metric in means.indices {
                    let cell = Self.summary(own.map { $0.values[metric] })
                    if cell.count > 0 { means[metric][place].append(cell.mean) }
                }
            }
            for event in events(of: device, filter) {
                if let place = grid.index(of: event.time) {
                    timeline.codes[event.code][place] += event.count
                }
            }
        }
        for metric in means.indices {
            timeline.metrics[metric] = means[metric].map { values in
                values.isEmpty
                    ? .init()
                    : .init(
                        mean: Statistics.mean(values), low: Statistics.quantile(values, 0.1),
                        median: Statistics.median(values), high: Statistics.quantile(values, 0.9),
                        devices: values.count)
            }
        }
        return timeline
    }

    func weekHeatmap(_ filter: Filter, kinds: Set<EventKind>) -> WeekHeatmap? {
        var counts = [[Int]](repeating: Array(repeating: 0, count: 24), count: 7)
        for device in shown(filter) {
            for event in events(of: device, filter)
            where kinds.contains(catalog.codes[event.code].kind) {
                let zone = Zone(of: catalog.axis.kind)
                counts[zone.weekday(at: event.time)][zone.hour(at: event.time)] += event.count
            }
        }
        return WeekHeatmap(counts: counts, hours: counts.map { $0.map { _ in 1 } })
    }

    func topDevices(_ filter: Filter, kinds: Set<EventKind>, limit: Int) -> [DeviceCount] { [] }

    func rows(_ filter: Filter, file: String?, offset: Int, limit: Int) -> RowPage {
        RowPage(file: file ?? "", header: [], rows: [], total: 0, files: [])
    }

    // MARK: - Sums

    static func summary(_ values: [Double]) -> MetricSummary {
        let known = values.filter(\.isFinite)
        guard let last = known.last, let low = known.min(), let high = known.max() else {
            return MetricSummary()
        }
        let mean = known.reduce(0, +) / Double(known.count)
        return MetricSummary(
            count: known.count, mean: mean,
            m2: known.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }, minimum: low, maximum: high,
            last: last)
    }

    private static func slope(_ times: [Double], _ values: [Double]) -> Double {
        let known = values.indices.filter { values[$0].isFinite }
        let (x, y) = (known.map { times[$0] }, known.map { values[$0] })
        let (middle, mean) = (Statistics.mean(x), Statistics.mean(y))
        let products = zip(x, y).reduce(0) { $0 + ($1.0 - middle) * ($1.1 - mean) }
        return products / x.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    }
}

extension MadeSource.Unit {
    /// A device with events of codes at days.
    init(
        _ name: String, _ attributes: [String] = [], days: [(day: Double, code: Int)],
        rows: [(time: Double, values: [Double])] = []
    ) {
        self.init(
            name: name, attributes: attributes, rows: rows,
            events: days.map { .init(time: $0.day * MadeSource.day, code: $0.code) })
    }
}

extension MadeSource {
    /// A row a day.
    static func daily(
        _ days: Range<Int>, _ values: (Int) -> [Double]
    ) -> [(time: Double, values: [Double])] {
        days.map { (Double($0) * day, values($0)) }
    }

    /// Codes that come so often at one time.
    static func events(_ counts: [Int], at time: Double = 0) -> [DeviceSeries.Event] {
        counts.enumerated().filter { $0.element > 0 }.map {
            DeviceSeries.Event(time: time, code: $0.offset, count: $0.element)
        }
    }
}
