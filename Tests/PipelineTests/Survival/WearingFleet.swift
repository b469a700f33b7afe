import Analysis
import Foundation
import Reports
import Testing
import Values

@testable import Pipeline

/// A fleet whose parts live as a Weibull distribution says, written as log files in days.
struct WearingFleet {
    /// A kind of part: the code of its failures, and the code of what repairs it.
    struct Part {
        var failure: String
        /// Nil where repairs are not written down.
        var repair: String?
        var shape = 3.0
        var life = 60.0
        /// Working parts are replaced at this age.
        var replacedAt = Double.infinity
    }

    var devices = 60
    /// The log is of this many days.
    var days = 365.0
    /// Repairs are known of so many days before.
    var before = 0.0
    var parts: [Part]
    /// How long a failed part waits for its repair.
    var wait = 0.0
    /// How often each failure is written, a quarter of an hour apart.
    var reports = 1
    var seed: UInt64 = 1

    private typealias Row = (day: Double, device: Int, code: String)

    /// The files; the parts have been at work for ten lives when the log begins.
    func files() -> [String: [String]] {
        var (failures, repairs): ([Row], [Row]) = ([], [])
        var generator = SeededGenerator(seed: seed)
        for device in 0..<devices {
            for part in parts {
                var day = -10 * part.life - part.life * generator.uniform()
                while day < days {
                    let life =
                        part.life * pow(-log(1 - generator.uniform()), 1 / part.shape)
                    let fails = life <= part.replacedAt
                    day += min(life, part.replacedAt)
                    for report in 0..<reports where fails {
                        failures.append((day + Double(report) / 96, device, part.failure))
                    }
                    day += fails ? wait : 0
                    part.repair.map { repairs.append((day, device, $0)) }
                }
            }
        }
        var files = ["failures.csv": Self.lines(failures, "failure", 0..<days)]
        if !repairs.isEmpty {
            files["maintenance.csv"] = Self.lines(repairs, "comp", -before..<days)
        }
        files["readings.csv"] = MadeSet.daily(devices: devices, days: days)
        return files
    }

    private static func lines(_ rows: [Row], _ name: String, _ span: Range<Double>) -> [String] {
        ["datetime,machineID,\(name)"]
            + rows.filter { span.contains($0.day) }.sorted { $0.day < $1.day }
            .map { "\(MadeSet.moment($0.day * 24)),m\($0.device),\($0.code)" }
    }

    /// The report on the whole set.
    func report() throws -> PartLives {
        try #require(MadeSet(files()).pipeline.run(.init()).snapshot.trends.partLives)
    }
}

extension PartLives {
    /// The lives of a code.
    func life(_ name: String) throws -> CodeLife {
        try #require(codes.first { $0.code.name == name })
    }
}
