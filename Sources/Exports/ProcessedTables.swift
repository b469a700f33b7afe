import Telemetry
import Values

/// `rollup.csv`: one line per device and bucket with rows.
struct RollupTable {
    private let source: any TelemetrySource

    init(_ source: any TelemetrySource) { self.source = source }

    func write(to table: inout TableFile) throws {
        let catalog = source.catalog
        try table.row(
            [.text("device"), .text("time")] + catalog.metrics.flatMap { Figures.header($0) })
        for device in catalog.devices.indices {
            let series = try source.series(of: device, Filter())
            for (place, time) in series.times.enumerated() {
                let figures = series.metrics.flatMap { Figures.cells($0[place]) }
                try table.row([.text(catalog.devices[device].name), .number(time)] + figures)
            }
        }
    }
}

/// `events.csv`: one line per event or bucket of events, by device.
struct EventTable {
    private let source: any TelemetrySource

    init(_ source: any TelemetrySource) { self.source = source }

    func write(to table: inout TableFile) throws {
        let catalog = source.catalog
        try table.row(["device", "time", "kind", "code", "count"].map { .text($0) })
        for device in catalog.devices.indices {
            for event in try source.series(of: device, Filter()).events {
                let code = catalog.codes[event.code]
                try table.row([
                    .text(catalog.devices[device].name), .number(event.time),
                    .text(code.kind.rawValue), .text(code.name), .count(event.count),
                ])
            }
        }
    }
}

/// `devices.csv`: one line per device with its features over all time.
struct DeviceTable {
    private let source: any TelemetrySource

    init(_ source: any TelemetrySource) { self.source = source }

    func write(to table: inout TableFile) throws {
        let catalog = source.catalog
        let codes = catalog.codes.map { "\($0.kind.rawValue)_\($0.name)" }
        try table.row(
            [.text("device")] + catalog.attributes.map { .text($0) }
                + ["rows", "first_time", "last_time"].map { .text($0) }
                + catalog.metrics.flatMap { Figures.header($0) + [.text("\($0.name)_slope")] }
                + codes.map { .text($0) } + [.text("labelled")])
        for features in try source.deviceFeatures(Filter()) {
            let device = catalog.devices[features.device]
            let figures = zip(features.metrics, features.slopes).flatMap {
                Figures.cells($0) + [.number($1)]
            }
            try table.row(
                [.text(device.name)] + device.attributes.map { .text($0) }
                    + [
                        .count(features.rows), .number(features.firstTime),
                        .number(features.lastTime),
                    ] + figures
                    + features.codes.dense(source.catalog.codes.count).map { .count($0) } + [
                        .count(features.labelled)
                    ])
        }
    }
}

/// The columns of one metric; `header` and `cells` are in the same order.
private enum Figures {
    static func header(_ metric: Catalog.Metric) -> [TableCell] {
        ["count", "mean", "sd", "min", "max", "last"].map { .text("\(metric.name)_\($0)") }
    }

    static func cells(_ summary: MetricSummary) -> [TableCell] {
        [
            .count(summary.count), .number(summary.mean), .number(summary.standardDeviation),
            .number(summary.minimum), .number(summary.maximum), .number(summary.last),
        ]
    }
}
