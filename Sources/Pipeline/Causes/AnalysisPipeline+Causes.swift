package import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// Where the fault began that was noticed at a time, or what led to the failure that happened
    /// then: what moved in which order, what came just before, and how it went earlier.
    ///
    /// - Parameters:
    ///   - noticed: Readings up to then are looked at; `nil` = all.
    ///   - device: An index of the catalog; `nil` = the device with the most readings.
    /// - Returns: `nil` where the device has fewer than two readings, or too few rows to learn from.
    /// - Throws: What the source throws.
    /// - Complexity: O(rows · metrics + rows · compared²), of rows no more than some thousands in the
    ///   second part, and that of ``episodes()``.
    package func causes(noticed: Double?, device: Int? = nil) throws -> CauseReport? {
        guard let device = try device ?? deviceWithMostReadings() else { return nil }
        let history = TroubleHistory(source: source, main: whole, episodes: try episodes())
        return try CauseFinder(history, device: device).report(noticed: noticed)
    }

    private func deviceWithMostReadings() throws -> Int? {
        let devices = source.catalog.devices.indices
        guard devices.count > 1 else { return devices.first }
        let counts = try devices.map { device in
            try source.readings(of: device, Filter(devices: [device])).slots.count
        }
        return devices.max { counts[$0] < counts[$1] }
    }
}
