import Analysis
import Values

/// The error log, failures and repairs of the sample.
struct SampleEvents {
    private(set) var errors: String
    private(set) var failures: String
    private(set) var repairs: String

    private struct Entry {
        var hour: Int
        var minute: Int
        var pump: Int
        var text: String
    }

    init(pumps: [SampleFleet.Pump]) {
        var generator = SeededGenerator(seed: SampleFleet.seed &+ 2)
        let log = Self.errorEntries(pumps: pumps.count, &generator)
        errors = "time,device,error_code,severity\n" + Self.lines(log, pumps)
        let failed = [
            Entry(hour: 11 * 24 + 15, minute: 40, pump: 9, text: "seal"),
            Entry(hour: 19 * 24 + 4, minute: 10, pump: 29, text: "seal"),
            Entry(
                hour: Plant.earlierFailure, minute: 0, pump: Plant.earlierBearing, text: "bearing"),
            Entry(hour: 49 * 24 + 9, minute: 25, pump: 14, text: "motor"),
        ]
        failures = "time,device,failure\n" + Self.lines(failed, pumps)
        repairs = "time,device,repair\n" + Self.lines(Self.repairEntries(after: failed), pumps)
    }

    private static func lines(_ entries: [Entry], _ pumps: [SampleFleet.Pump]) -> String {
        let ordered = entries.sorted {
            ($0.hour, $0.minute, $0.pump, $0.text) < ($1.hour, $1.minute, $1.pump, $1.text)
        }
        return ordered.map { entry in
            let time = SampleFleet.timestamp(hour: entry.hour, minute: entry.minute)
            return "\(time),\(pumps[entry.pump - 1].name),\(entry.text)\n"
        }.joined()
    }

    /// A quiet background on all pumps, and the errors of the planted troubles.
    private static func errorEntries(
        pumps: Int, _ generator: inout SeededGenerator
    ) -> [Entry] {
        var entries: [Entry] = []
        let background = [
            ("E10 low flow", "warning"), ("E20 sensor noise", "info"),
            ("E30 power dip", "error"), ("E41 valve slow", "warning"),
        ]
        for hour in 0..<(SampleFleet.days * 24) {
            for pump in 1...pumps {
                let luck = generator.uniform()
                let minute = Int(clamping: generator.uniform() * 60)
                if luck < 0.0035 {
                    let (code, severity) = background[Int(clamping: luck / 0.0035 * 4) & 3]
                    entries.append(
                        Entry(hour: hour, minute: minute, pump: pump, text: "\(code),\(severity)"))
                }
                if let text = trouble(pump: pump, hour: hour, luck: luck) {
                    entries.append(Entry(hour: hour, minute: minute, pump: pump, text: text))
                }
            }
        }
        return entries
    }

    private static func trouble(pump: Int, hour: Int, luck: Double) -> String? {
        let isWearing =
            (pump == Plant.bearing && hour > Plant.bearingFrom + 120)
            || (pump == Plant.earlierBearing && hour > Plant.earlierFrom + 120
                && hour < Plant.earlierFailure)
        if isWearing, luck > 0.96 { return "E52 vibration high,error" }
        if Plant.overheating.contains(pump), hour >= Plant.overheatingFrom, luck > 0.975 {
            return "E61 over temperature,error"
        }
        if pump == Plant.intermittent, hour >= Plant.intermittentFrom, luck > 0.97 {
            return "E70 link lost,warning"
        }
        return nil
    }

    private static func repairEntries(after failures: [Entry]) -> [Entry] {
        let mended = failures.map { failure in
            Entry(hour: failure.hour + 9, minute: 0, pump: failure.pump, text: failure.text)
        }
        let planned = stride(from: 1, through: SampleFleet.devices, by: 3).map { pump in
            Entry(
                hour: ((pump * 37) % 55) * 24 + 8 + pump % 8, minute: 30, pump: pump,
                text: ["filter", "seal", "oil"][pump % 3])
        }
        return mended + planned
    }
}
