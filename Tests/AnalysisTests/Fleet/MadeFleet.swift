import Analysis
import Values

/// A small fleet of pumps, hour by hour: three readings follow a load with the course of a day, each
/// with noise of its own; devices differ a little.
struct MadeFleet {
    static let hours = 960
    static let day = 24
    var values: [[[Double]]]
    var attributes: [String: [String]] = [:]
    var names = ["temperature", "current", "flow"]
    /// By device the hours at which it failed.
    var failures: [Int: [Int]] = [:]
    private(set) var random: SeededGenerator

    init(devices: Int = 12, seed: UInt64 = 7, dailyShare: Double = 1) {
        var random = SeededGenerator(seed: seed)
        let gains = [8.0, 6, 40]
        let bases = [60.0, 14, 200]
        let noises = [0.6, 0.3, 2.5]
        values = (0..<devices).map { _ in
            let offsets = noises.map { random.normal(standardDeviation: $0) }
            var wander = 0.0
            let load = (0..<Self.hours).map { hour -> Double in
                wander = 0.85 * wander + random.normal(standardDeviation: 0.03)
                let phase = Double((hour + 15) % Self.day) / Double(Self.day)
                // A course with the shape of a day, without a function of the C library.
                let course = phase < 0.5 ? 1 - abs(4 * phase - 1) : abs(4 * phase - 3) - 1
                return 0.6 + 0.25 * dailyShare * course + wander
            }
            return gains.indices.map { signal in
                load.map { load in
                    bases[signal] + offsets[signal] + gains[signal] * load
                        + random.normal(standardDeviation: noises[signal])
                }
            }
        }
        self.random = random
    }

    /// Changes a stretch of one reading.
    mutating func change(
        _ device: Int, _ signal: Int, _ slots: Range<Int>,
        _ change: (_ value: Double, _ place: Double) -> Double
    ) {
        for slot in slots {
            let place = Double(slot - slots.lowerBound) / Double(slots.count)
            values[device][signal][slot] = change(values[device][signal][slot], place)
        }
    }

    var readings: FleetReadings {
        let keys = attributes.keys.sorted()
        return FleetReadings(
            start: 1_772_409_600, step: 3600, slotCount: Self.hours, hasDates: true,
            attributeNames: keys, signals: names.map { FleetReadings.Signal(name: $0) },
            devices: values.indices.map { device in
                let slots = (0..<Self.hours).filter { slot in
                    values[device].contains { !$0[slot].isInfinite }
                }
                return FleetReadings.Device(
                    name: "pump \(device)", attributes: keys.map { attributes[$0]?[device] },
                    slots: slots.map { Int32($0) },
                    values: values[device].map { row in slots.map { Float(row[$0]) } },
                    failures: failures[device] ?? [])
            })
    }

    func episodes(work: [FleetWork] = []) -> [FleetEpisode] {
        FleetEngine(readings, work: work).episodes()
    }

    /// Those that are no remarks.
    func troubles(work: [FleetWork] = []) -> [FleetEpisode] {
        episodes(work: work).filter { $0.severity >= 25 }
    }
}
