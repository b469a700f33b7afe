import Telemetry
import Values

/// When a device was in service, as far as its rows tell.
struct DeviceWatch: Sendable, Hashable {
    let device: Int
    /// The time in which its failures could be recorded.
    let watched: ClosedRange<Double>

    /// A device without rows for this share of the record, while most others have some, was not
    /// there.
    private static let silence = 0.05

    /// When each device was in service, within the time in which failures could be recorded.
    ///
    /// Only devices with readings at a rate can come late or leave early: for others silence means
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
        // Rows outside the period do not count in a device's features.
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
