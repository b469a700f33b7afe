import Telemetry
import Values

/// When a device was in service, as far as its rows tell.
struct DeviceWatch: Sendable, Hashable {
    /// Index in the catalog.
    let device: Int
    /// When its failures could be told of.
    let watched: ClosedRange<Double>

    /// A device that says nothing for this share of the record, while most others do, was not there.
    private static let silence = 0.05

    /// When each device was there, in the time in which failures are known.
    ///
    /// Only devices whose readings come at a rate come late or leave early: of others silence says
    /// nothing.
    static func watches(
        of devices: [DeviceState], in known: ClosedRange<Double>, scope: Scope
    ) -> [DeviceWatch] {
        let margin = silence * (known.upperBound - known.lowerBound)
        let reporting = devices.filter { state in
            scope.coverage.hasRhythm && state.features.metrics.contains { $0.count > 0 }
        }
        func most(_ isSo: (DeviceState) -> Bool) -> Bool {
            2 * reporting.count(where: isSo) > reporting.count
        }
        // Rows outside the period are not counted in a device's features.
        let (opening, closing) = (
            max(known.lowerBound, scope.period.lowerBound), known.upperBound
        )
        let comesLate = { (state: DeviceState) in state.features.firstTime > opening + margin }
        let leavesEarly = { (state: DeviceState) in state.features.lastTime < closing - margin }
        let (mostCome, mostLeave) = (most(comesLate), most(leavesEarly))
        let rhythmic = Set(reporting.map(\.device.index))
        return devices.map { state in
            let isRead = rhythmic.contains(state.device.index)
            let isLate = isRead && !mostCome && comesLate(state)
            let isGone = isRead && !mostLeave && leavesEarly(state)
            let span = ClosedRange(
                from: isLate ? state.features.firstTime : known.lowerBound,
                to: isGone ? state.features.lastTime : known.upperBound)
            return DeviceWatch(device: state.device.index, watched: span ?? known)
        }
    }
}
