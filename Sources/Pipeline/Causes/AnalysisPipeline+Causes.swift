package import Reports
import Telemetry
import Values

extension AnalysisPipeline {
    /// Where a fault began that was noticed at some time, or what led to the failure at that time:
    /// what moved in which order, what happened just before, and how it went earlier.
    ///
    /// - Parameters:
    ///   - noticed: Only readings up to this time are used; `nil` = all.
    ///   - device: Index in the catalog; `nil` = the device with the most rows.
    /// - Returns: `nil` where the device has fewer than two readings, or too few rows to learn
    ///   from.
    /// - Throws: What the source throws.
    /// - Complexity: O(rows · metrics + rows · compared²), with at most some thousands of rows in
    ///   the second part, plus that of ``episodes()``.
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
