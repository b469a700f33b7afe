import Analysis
import Foundation
import Values

/// A fleet of any size for `perfmon bench pages`: hourly readings of a week, with some devices that
/// drift, errors and failures; the same bytes every time.
struct PageBenchSet {
    let devices: Int

    static let hours = 168

    var files: [(name: String, text: String)] {
        [
            ("telemetry.csv", telemetry), ("errors.csv", events.errors),
            ("failures.csv", events.failures),
        ]
    }

    private var telemetry: String {
        var random = SeededGenerator(seed: 1)
        var text = "time,device,temperature [°C],vibration [mm/s],current [A],pressure [bar]\n"
        text.reserveCapacity(devices * Self.hours * 52)
        for hour in 0..<Self.hours {
            let time = SampleFleet.timestamp(hour: hour)
            let load = 9 * SampleTelemetry.load(hour: hour)
            for device in 0..<devices {
                // One device in twenty drifts in the last two days.
                let drift = device % 20 == 7 ? max(0, hour - 120) : 0
                text += time
                text += Self.name(device)
                text += Self.tenths(580 + device % 7 * 5 + drift * 4, load, &random)
                text += Self.tenths(210 + drift * 2, load / 4, &random)
                text += Self.tenths(110 + device % 3 * 20, load, &random)
                text += Self.tenths(420, load / 4, &random)
                text += "\n"
            }
        }
        return text
    }

    private var events: (errors: String, failures: String) {
        var random = SeededGenerator(seed: 2)
        var errors = "time,device,error_code,severity\n"
        var failures = "time,device,failure\n"
        for hour in 0..<Self.hours {
            for device in 0..<devices {
                let luck = random.uniform()
                let minute = Int(clamping: random.uniform() * 60)
                let time = SampleFleet.timestamp(hour: hour, minute: minute)
                if luck < 0.008 || device % 20 == 7 && hour > 130 && luck < 0.1 {
                    errors +=
                        "\(time)\(Self.name(device)),E\(10 + Int(clamping: luck * 9_973) % 12),error\n"
                }
                if luck > 0.9998 {
                    failures += "\(time)\(Self.name(device)),\(hour % 2 == 0 ? "seal" : "motor")\n"
                }
            }
        }
        return (errors, failures)
    }

    private static func name(_ device: Int) -> String {
        let digits = "\(device + 1)"
        return ",unit-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    }

    /// A cell with one decimal; `base` is in tenths.
    private static func tenths(
        _ base: Int, _ load: Double, _ random: inout SeededGenerator
    ) -> String {
        let value = max(0, base + Int(clamping: 10 * load + 8 * random.normal()))
        return ",\(value / 10).\(value % 10)"
    }
}
