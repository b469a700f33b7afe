import Reports
import Telemetry
import Values

/// When the devices that are learned from failed, as far as that is learned from.
struct FailureTimes {
    let devices: [Int]
    let until: Double
    let task: PredictionRecipe.Task
    /// The times of failures by device, rising; none for a device that did not fail.
    let failures: [Int: [Double]]
    /// The times of each other code by device.
    let others: [Int: [Int: [Double]]]
    /// Codes of failures, by their index in the catalog, that only mark what comes before the failures of
    /// others: they are none themselves.
    let labels: [Int: BackTest.Evidence]

    /// - Throws: What the source throws.
    init(
        _ task: PredictionRecipe.Task, source: any TelemetrySource, devices: [Int], until: Double
    ) throws {
        self.devices = devices
        self.until = until
        self.task = task
        let codes = source.catalog.codes
        var times: [Int: [Int: [Double]]] = [:]
        for device in devices where !codes.isEmpty {
            for event in try source.events(of: device, Filter(to: until)) {
                times[event.code, default: [:]][device, default: []].append(event.time)
            }
        }
        let named = times.filter { codes[$0.key].kind == .failure }
        others = times.filter { codes[$0.key].kind != .failure }
        let least = PredictionTraining.minimumFailures
        let labels = named.reduce(into: [Int: BackTest.Evidence]()) { labels, code in
            let rest = Self.united(named.filter { $0.key != code.key })
            labels[code.key] = SpellLabel(
                failures: rest, step: source.catalog.axis.bucketWidth, least: least
            ).evidence(code.value)
        }
        failures = Self.united(named.filter { labels[$0.key] == nil })
        self.labels = labels
    }

    /// The times of several codes by device, rising.
    private static func united(_ codes: [Int: [Int: [Double]]]) -> [Int: [Double]] {
        codes.values.reduce(into: [:]) { united, times in
            united.merge(times) { $0 + $1 }
        }.mapValues { $0.sorted() }
    }

    /// Whether devices are taken to end with their last reading, since the set names no failures.
    private var endWithReadings: Bool { task == .life && failures.isEmpty }

    /// Whether a life of the device is known to have ended.
    func hasEnd(_ device: Int) -> Bool { endWithReadings || failures[device] != nil }

    /// When lives of the device ended, rising.
    func ends(of device: Int, lastReading: Double?) -> [Double] {
        endWithReadings ? [lastReading].compactMap(\.self) : failures[device] ?? []
    }

    /// The number of all failures.
    var count: Int { failures.values.reduce(0) { $0 + $1.count } }
}
