import Reports
import Telemetry
import Values

/// Finds what came after a stretch of a device: the first failure or repair.
struct SequelFinder {
    let scope: Scope
    /// How long after its end an event still counts as the sequel, in the axis' unit.
    let within: Double
    private let failures: Set<Int>
    private let repairs: Set<Int>

    init(scope: Scope, within: Double) {
        self.scope = scope
        self.within = within
        failures = Set(scope.codes(.failure).map(\.index))
        repairs = Set(scope.codes(.repair).map(\.index))
    }

    /// Whether events name failures or repairs at all.
    var canTell: Bool { !(failures.isEmpty && repairs.isEmpty) }

    /// The sequel; nil where nothing has followed yet and the data end too early, and for a stretch
    /// that goes on.
    ///
    /// - Parameters:
    ///   - to: Its end; nil while it goes on.
    ///   - events: Those of the device, in order of time.
    func sequel(
        from: Double, to: Double?, _ events: [DeviceSeries.Event]
    ) -> Aftermath.Sequel? {
        let end = (to ?? .infinity) + within
        let following = events.filter { $0.time > from && $0.time <= end }
        let failure = following.first { failures.contains($0.code) }
        let repair = following.first { repairs.contains($0.code) }
        if let failure, failure.time <= repair?.time ?? .infinity {
            return .failure(scope.codes[failure.code], after: failure.time - from)
        } else if let repair {
            return .repair(scope.codes[repair.code], after: repair.time - from)
        } else if let to, to + within <= scope.catalog.axis.dataRange.upperBound {
            return .nothing
        }
        return nil
    }
}
