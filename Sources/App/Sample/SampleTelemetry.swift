import Analysis
import Foundation
import Values

/// Hourly readings of the sample fleet, with its drifts, levels, gaps and bad cells.
struct SampleTelemetry {
    let pumps: [SampleFleet.Pump]

    private struct Reading {
        var temperature: Double
        var vibration: Double
        var current: Double
        var pressure: Double
        var flow: Double
    }

    func text() -> String {
        var generator = SeededGenerator(seed: SampleFleet.seed &+ 1)
        var text =
            "time,device,temperature [°C],vibration [mm/s],current [A],pressure [bar],flow [l/min]\n"
        text.reserveCapacity(4_000_000)
        var frozen: String?
        for hour in 0..<(SampleFleet.days * 24) {
            let time = SampleFleet.timestamp(hour: hour)
            for (index, pump) in pumps.enumerated() {
                let number = index + 1
                let reading = reading(of: pump, number: number, hour: hour, &generator)
                let luck = generator.uniform()
                if isMissing(number: number, hour: hour, luck: luck) { continue }
                var cells = cells(reading)
                if number == Plant.frozen, hour >= Plant.frozenFrom {
                    frozen = frozen ?? cells[3]
                    cells[3] = frozen ?? cells[3]
                }
                spoil(&cells, number: number, hour: hour)
                text += "\(time),\(pump.name),\(cells.joined(separator: ","))\n"
            }
        }
        return text
    }

    private func reading(
        of pump: SampleFleet.Pump, number: Int, hour: Int, _ generator: inout SeededGenerator
    ) -> Reading {
        let load = Self.load(hour: hour)
        var reading = Reading(
            temperature: pump.temperature + 9 * load + 0.8 * generator.normal(),
            vibration: pump.vibration + 0.35 * load + 0.09 * generator.normal(),
            current: 11 + 6 * load + 0.35 * generator.normal(),
            pressure: pump.pressure + 0.25 * load + 0.05 * generator.normal(),
            flow: 180 + 90 * load + 4 * generator.normal())
        let bearing = Self.bearing(number: number, hour: hour)
        reading.vibration += 4.5 * bearing
        reading.temperature += 5 * bearing * bearing
        if Plant.overheating.contains(number), hour >= Plant.overheatingFrom {
            reading.temperature += 11
        }
        if Plant.newFirmware.contains(number) { reading.pressure += 0.6 }
        return reading
    }

    /// 0…1: highest at 15:00, lowest at 3:00, and lower at the weekend.
    static func load(hour: Int) -> Double {
        let daily = 0.5 - 0.5 * cos(2 * .pi * (Double(hour % 24) - 3) / 24)
        let weekend = (hour / 24) % 7 >= 5
        return daily * (weekend ? 0.55 : 1)
    }

    /// How far a bearing is worn, 0…1.
    private static func bearing(number: Int, hour: Int) -> Double {
        let (from, to): (Int, Int)
        switch number {
        case Plant.bearing: (from, to) = (Plant.bearingFrom, SampleFleet.days * 24 + 48)
        case Plant.earlierBearing: (from, to) = (Plant.earlierFrom, Plant.earlierFailure)
        default: return 0
        }
        guard hour >= from, hour < to else { return 0 }
        let done = Double(hour - from) / Double(to - from)
        return (exp(2.2 * done) - 1) / (exp(2.2) - 1)
    }

    private func isMissing(number: Int, hour: Int, luck: Double) -> Bool {
        if number == Plant.gap, Plant.gapHours.contains(hour) { return true }
        if number == Plant.earlierBearing, hour >= Plant.earlierFailure,
            hour < Plant.earlierFailure + 9
        {
            return true
        }
        // Whole stretches are missing, as with a loose connector.
        if number == Plant.intermittent, hour >= Plant.intermittentFrom {
            return (hour / 5) % 3 == 1 || luck < 0.25
        }
        return false
    }

    private func cells(_ reading: Reading) -> [String] {
        [
            Self.fixed(reading.temperature, 1), Self.fixed(reading.vibration, 2),
            Self.fixed(reading.current, 1), Self.fixed(reading.pressure, 2),
            Self.fixed(reading.flow, 0),
        ]
    }

    /// Writes a few cells that no reader should take for numbers, and some empty ones.
    private func spoil(_ cells: inout [String], number: Int, hour: Int) {
        if (hour * 41 + number * 7) % 4_801 == 0 { cells[hour % 5] = "ERR" }
        if (hour * 37 + number * 11) % 6_007 == 0 { cells[hour % 5] = "overflow" }
        if (hour * 31 + number * 13) % 577 == 0 { cells[(hour + number) % 5] = "" }
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = [1, 10, 100][decimals]
        let scaled = Int(clamping: (max(value, 0) * Double(scale)).rounded())
        guard decimals > 0 else { return "\(scaled)" }
        let rest = "\(scaled % scale)"
        return "\(scaled / scale)." + String(repeating: "0", count: decimals - rest.count) + rest
    }
}
