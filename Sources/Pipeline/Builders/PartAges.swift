import Analysis
import Reports
import Telemetry
import Values

/// Time since each part was last repaired, beside the fleet's times between repairs.
struct PartAges {
    let scope: Scope
    let fleet: FleetState
    /// Estimates of how long parts live: an age that is known there takes precedence.
    let lives: PartLives?

    /// Ages of a device's parts, the oldest relative to the fleet's median first; empty without
    /// dates, and for parts with fewer than five intervals in the fleet.
    func ages(of state: DeviceState) -> [DiagnosticReport.PartAge] {
        guard scope.catalog.axis.isCalendar else { return [] }
        return scope.codes(.repair).prefix(12).compactMap { code in
            let times = state.events.filter { $0.code == code.index }.map(\.time)
            let intervals = fleet.devices.flatMap { device in
                let times = device.events.filter { $0.code == code.index }.map(\.time)
                return zip(times.dropFirst(), times).map { $0 - $1 }.filter { $0 > 0 }
            }
            guard let last = times.last, intervals.count >= 5 else { return nil }
            return DiagnosticReport.PartAge(
                code: code, age: age(of: code, state) ?? scope.period.upperBound - last,
                median: Statistics.median(intervals), high: Statistics.quantile(intervals, 0.9))
        }.sorted { $0.age / $0.median > $1.age / $1.median }
    }

    /// The estimated age of the part whose failure code has the repair's name.
    private func age(of repair: CodeRef, _ state: DeviceState) -> Double? {
        let name = RepairMatch.normalised(repair.name)
        return lives?.risks.first {
            $0.device == state.device && RepairMatch.normalised($0.code.name) == name
        }?.age
    }
}
