import Analysis
import Values

/// The sample fleet: 40 pumps, 60 days, with known troubles planted; the same bytes every time. The
/// `README.md` among the files says what is planted.
struct SampleFleet {
    /// The name of its data set.
    static let name = "sample-fleet"
    static let devices = 40
    static let days = 60
    /// 2 March 2026 00:00 UTC, a Monday, in seconds since 1970.
    static let start = 1_772_409_600
    static let seed: UInt64 = 20_260_302

    /// One pump's properties; its readings vary around these levels.
    struct Pump {
        var name: String
        var model: String
        var firmware: String
        var site: String
        var ageYears: Int
        var temperature: Double
        var vibration: Double
        var pressure: Double
    }

    struct File {
        var name: String
        var text: String
    }

    let pumps: [Pump]

    init() {
        var generator = SeededGenerator(seed: Self.seed)
        pumps = (1...Self.devices).map { number in
            Pump(
                name: "pump-" + number.padded(to: 2),
                model: ["A", "B"][number % 2],
                firmware: Plant.newFirmware.contains(number) ? "2.1" : "2.0",
                site: number <= 20 ? "North hall" : (number <= 30 ? "Yard" : "South hall"),
                ageYears: 1 + Int(clamping: generator.uniform() * 9),
                temperature: 58 + 1.5 * generator.normal(),
                vibration: 2.1 + 0.15 * generator.normal(),
                pressure: 4.2 + 0.08 * generator.normal())
        }
    }

    /// The tables, and the README last.
    func files() -> [File] {
        let log = SampleEvents(pumps: pumps)
        return [
            File(name: "telemetry.csv", text: SampleTelemetry(pumps: pumps).text()),
            File(name: "errors.csv", text: log.errors),
            File(name: "failures.csv", text: log.failures),
            File(name: "repairs.csv", text: log.repairs),
            File(name: "pumps.csv", text: devicesTable()),
            File(name: "README.md", text: SampleReadme.text),
        ]
    }

    private func devicesTable() -> String {
        var text = "device,model,firmware,site,age_years\n"
        for pump in pumps {
            text += "\(pump.name),\(pump.model),\(pump.firmware),\(pump.site),\(pump.ageYears)\n"
        }
        return text
    }

    /// `YYYY-MM-DD hh:mm:ss` of an hour of the sample; March to May 2026 only.
    static func timestamp(hour: Int, minute: Int = 0) -> String {
        var day = hour / 24 + 1
        var month = 3
        for length in [31, 30, 31] {
            guard day >= length else { break }
            day -= length
            month += 1
        }
        return
            "2026-0\(month)-\((day + 1).padded(to: 2)) \((hour % 24).padded(to: 2)):\(minute.padded(to: 2)):00"
    }
}

/// Where the troubles are planted: numbers of pumps, and hours from the start.
enum Plant {
    /// A bearing that drifts towards failure until the last hour.
    static let bearing = 7
    static let bearingFrom = 45 * 24
    /// The same trouble earlier, which ended in a failure and a repair.
    static let earlierBearing = 23
    static let earlierFrom = 24 * 24
    static let earlierFailure = 38 * 24 + 6
    /// Pumps in the south hall whose cooling fails.
    static let overheating = 31...35
    static let overheatingFrom = 40 * 24
    /// Pumps with a firmware that has another level of pressure, from the beginning.
    static let newFirmware: Set<Int> = [2, 5, 11, 16, 22, 27, 34, 39]
    static let intermittent = 18
    static let intermittentFrom = 20 * 24
    static let frozen = 12
    static let frozenFrom = 52 * 24
    static let gap = 26
    static let gapHours = (30 * 24)..<(33 * 24)
}
