import Reports
import Telemetry
import Values

/// When the devices that are learned from failed, up to the end of what is learned from.
struct FailureTimes {
    let devices: [Int]
    let until: Double
    let task: PredictionRecipe.Task
    /// Times of failures by device, ascending; devices without failures are missing.
    let failures: [Int: [Double]]
    /// Times of each other code: by code, then by device.
    let others: [Int: [Int: [Double]]]
    /// Failure codes, by index, that only mark the time before other codes' failures and are
    /// therefore not counted as failures.
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

    /// The times of several codes, by device and ascending.
    private static func united(_ codes: [Int: [Int: [Double]]]) -> [Int: [Double]] {
        codes.values.reduce(into: [:]) { united, times in
            united.merge(times) { $0 + $1 }
        }.mapValues { $0.sorted() }
    }

    /// Whether devices are taken to end with their last reading, as the set names no failures.
    private var endWithReadings: Bool { task == .life && failures.isEmpty }

    /// Whether a life of the device is known to have ended.
    func hasEnd(_ device: Int) -> Bool { endWithReadings || failures[device] != nil }

    /// When lives of the device ended, ascending.
    func ends(of device: Int, lastReading: Double?) -> [Double] {
        endWithReadings ? [lastReading].compactMap(\.self) : failures[device] ?? []
    }

    /// Number of failures of all devices.
    var count: Int { failures.values.reduce(0) { $0 + $1.count } }
}
