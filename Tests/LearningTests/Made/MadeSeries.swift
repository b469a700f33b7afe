import Telemetry
import Values

/// A source of made rows and events, for what is learned from these alone.
struct MadeSeries: TelemetrySource {
    /// A device with its rows and events.
    struct Unit: Sendable {
        var attributes: [String] = []
        /// One value per metric; NaN where it was not read.
        var rows: [(time: Double, values: [Double])] = []
        var events: [(time: Double, code: Int)] = []
    }

    /// What nobody has made.
    struct NotMade: Error {}

    static let dates = TimeKind.time(zone: "UTC", isStated: true)

    let catalog: Catalog
    let units: [Unit]

    init(
        _ units: [Unit], metrics: [String] = ["x"], codes: [(EventKind, String)] = [],
        attributes: [String] = [], length: Double, step: Double = 1, kind: TimeKind = dates
    ) {
        self.units = units
        catalog = Catalog(
            name: "made",
            axis: TimeAxis(
                kind: kind, start: 0, bucketWidth: step,
                bucketCount: Int(clamping: length / step) + 1, dataRange: 0...length),
            devices: units.enumerated().map { .init(name: "d\($0)", attributes: $1.attributes) },
            attributes: attributes, metrics: metrics.map { .init(name: $0) },
            codes: codes.enumerated().map { index, code in
                .init(
                    kind: code.0, name: code.1,
                    count: units.reduce(0) { $0 + $1.events.count { $0.code == index } })
            }, severities: [], hasLabels: false, rows: units.reduce(0) { $0 + $1.rows.count })
    }

    private func passes(_ time: Double, _ filter: Filter) -> Bool {
        time >= filter.from ?? -.infinity && time < filter.to ?? .infinity
    }

    func events(of device: Int, _ filter: Filter) -> [DeviceSeries.Event] {
        units[device].events.filter { passes($0.time, filter) }
            .map { .init(time: $0.time, code: $0.code) }.sorted { $0.time < $1.time }
    }

    func series(of device: Int, _ filter: Filter) -> DeviceSeries {
        let rows = units[device].rows.filter { passes($0.time, filter) }
        return DeviceSeries(
            device: device, times: rows.map(\.time),
            metrics: catalog.metrics.indices.map { metric in
                rows.map { row in
                    let value = row.values[metric]
                    return value.isNaN
                        ? MetricSummary()
                        : MetricSummary(
                            count: 1, mean: value, minimum: value, maximum: value, last: value)
                }
            }, events: events(of: device, filter))
    }

    func deviceFeatures(_ filter: Filter) -> [DeviceFeatures] {
        units.indices.filter { filter.devices?.contains($0) ?? true }.map { device in
            let times = series(of: device, filter).times
            return DeviceFeatures(
                device: device, rows: times.count, firstTime: times.first ?? .nan,
                lastTime: times.last ?? .nan, metrics: [], slopes: [], codes: EventCounts(),
                labelled: 0)
        }
    }

    func totals(_ filter: Filter) throws -> Totals { throw NotMade() }
    func slices(_ filter: Filter, step: TimeStep) throws -> [TimeSlice] { throw NotMade() }
    func timeline(_ filter: Filter, step: TimeStep) throws -> Timeline { throw NotMade() }
    func weekHeatmap(_ filter: Filter, kinds: Set<EventKind>) throws -> WeekHeatmap? {
        throw NotMade()
    }
    func readings(of device: Int, _ filter: Filter) throws -> DeviceReadings { throw NotMade() }
    func topDevices(
        _ filter: Filter, kinds: Set<EventKind>, limit: Int
    ) throws -> [DeviceCount] { throw NotMade() }
    func rows(_ filter: Filter, file: String?, offset: Int, limit: Int) throws -> RowPage {
        throw NotMade()
    }
}

extension MadeSeries.Unit {
    /// A row at each time from 0 on.
    init(_ values: [Double], events: [(time: Double, code: Int)] = [], attributes: [String] = []) {
        self.init(
            attributes: attributes, rows: values.enumerated().map { (Double($0), [$1]) },
            events: events)
    }
}
