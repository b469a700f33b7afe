import Analysis
import Telemetry
import Values

/// Readings of a fleet whose machines change operating regime every few rows, corrected for it: a
/// change of a set point moves every reading and is not a trouble.
///
/// Regimes that last, or that a column of few values names, are left to the fleet engine: it uses
/// states to explain the other signals and sees how readings settle after a change. Set points with
/// jitter would look like measurements to it.
struct RegimeReadings: Sendable {
    private let levels: RegimeLevels
    private let governed: Set<Int>

    /// The least share of rows at which the regime changes.
    private static let restless = 0.25

    /// Nil unless set points with jitter are found that change in at least a quarter of the rows.
    ///
    /// - Parameter devices: The readings of each device by signal, aligned; empty for a signal that
    ///   a device does not report.
    /// - Complexity: O(signals × rows of the sample).
    init?(_ devices: [DeviceReadings], signals: Int) {
        var sample = RegimeSample(devices: devices.count, columns: signals)
        for own in sample.places.map({ devices[$0] }) {
            let count = min(sample.rowLimit, own.slots.count)
            sample.add(
                own.values.map { column in
                    column.isEmpty
                        ? Array(repeating: .nan, count: count)
                        : column.prefix(count).map { Double($0) }
                })
        }
        guard signals > 1, let found = RegimeLevels(sample),
            found.changeShare >= Self.restless, found.hasJitter
        else { return nil }
        levels = found
        governed = Set(found.governed)
    }

    /// Whether a signal is a set point: it explains others and is not examined itself.
    func isSetPoint(_ signal: Int) -> Bool { levels.commanded.contains(signal) }

    /// A device's readings by signal; those that regimes move are levelled, the others unchanged.
    func levelled(_ values: [[Float]]) -> [[Float]] {
        let setPoints = levels.setPoints.map { values[$0] }
        guard let rows = setPoints.first?.count, rows > 0,
            setPoints.allSatisfy({ $0.count == rows })
        else { return values }
        let regimes = (0..<rows).map { row in levels.regime(setPoints.map { Double($0[row]) }) }
        return values.indices.map { signal in
            guard governed.contains(signal), values[signal].count == rows else {
                return values[signal]
            }
            return levels.levelled(signal, values[signal].map { Double($0) }, regimes)
                .map { Float($0) }
        }
    }
}
