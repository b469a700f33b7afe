import Analysis
import Foundation
import Reports
import Testing
import Values

@testable import Pipeline

/// A year of failures without repairs, and a list of devices that says how many days each was in use
/// when the year began.
struct InstalledFleet {
    /// Whether the parts are as old as the devices; else they were renewed before, nobody knows when.
    var isAge: Bool
    var devices = 150
    var seed: UInt64 = 3

    private static let life = 300.0
    private static let shape = 4.0

    func report() throws -> PartLives {
        var generator = SeededGenerator(seed: seed)
        var failures: [(day: Double, line: String)] = []
        var list = ["machineID,model,age,power"]
        for device in 0..<devices {
            // A part that works when the year begins.
            var (age, next) = (0.0, -1.0)
            while next < 0 {
                age = 400 * generator.uniform()
                next = life(&generator) - age
            }
            let told = isAge ? age : 400 * generator.uniform()
            let power = 5 + 10 * MadeSet.scatter(device, 1)
            list.append("m\(device),model\(device % 4),\(Int(clamping: told)),\(power)")
            while next < 365 {
                failures.append((next, "\(MadeSet.moment(24 * next)),m\(device),gearbox"))
                next += life(&generator)
            }
        }
        let files = [
            "machines.csv": list,
            "readings.csv": MadeSet.daily(devices: devices, days: 365),
            "failures.csv": ["datetime,machineID,failure"]
                + failures.sorted { $0.day < $1.day }.map(\.line),
        ]
        return try #require(MadeSet(files).pipeline.run(.init()).snapshot.trends.partLives)
    }

    private func life(_ generator: inout SeededGenerator) -> Double {
        Self.life * pow(-log(1 - generator.uniform()), 1 / Self.shape)
    }
}

extension MadeSet {
    /// A reading a day of machines `m0` on, so that a log of failures has a beginning and an end.
    static func daily(devices: Int, days: Double) -> [String] {
        ["datetime,machineID,temp"]
            + (0...Int(clamping: days)).flatMap { day in
                (0..<devices).map { device in
                    let value = 20 + (scatter(device, day) * 100).rounded() / 100
                    return "\(moment(Double(day) * 24)),m\(device),\(value)"
                }
            }
    }
}
