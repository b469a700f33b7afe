import Analysis
package import Reports
import Telemetry
import Values

/// All devices of the period, singly and compared.
package struct FleetState: Sendable {
    let scope: Scope
    package let grid: SliceGrid
    /// The devices that pass the filter, in the order of the catalog.
    package let devices: [DeviceState]
    /// Indices of `devices`, the worst first.
    let ranking: [Int]
    /// Number of devices with an episode, per slice of `grid`.
    let outCounts: [Int]
    /// Episodes of the devices shown that overlap the period, remarks included: open ones first,
    /// then by severity, then the latest.
    package let episodes: [Episode]

    /// Reads all devices that pass the filter.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(cells), on all cores.
    init(source: any TelemetrySource, scope: Scope, episodes all: [Episode]) throws {
        let grid = SliceGrid(try source.slices(scope.filter, step: scope.bandStep))
        let features = try source.deviceFeatures(scope.filter)
        let past = scope.history(width: grid.width)
        let reader = DeviceReader(
            scope: scope, grid: grid,
            history: try past.map {
                BandHistory(try source.slices($0, step: scope.bandStep), before: grid)
            })
        let episodes = PeriodEpisodes(scope: scope).shown(all)
        let troubles = PeriodEpisodes.byDevice(episodes, count: scope.catalog.devices.count)
        var devices = try Self.devices(features) { features in
            reader.state(
                try source.series(of: features.device, scope.filter),
                past: try past.map { try source.series(of: features.device, $0) },
                features: features, troubles: troubles[features.device])
        }
        let rules = HealthRules(
            medianErrors: Self.median(devices.compactMap { $0.errors?.current }),
            medianFailures: Self.median(devices.compactMap { $0.failures?.current }),
            devices: scope.catalog.devices.count)
        for index in devices.indices { rules.judge(&devices[index]) }
        self.scope = scope
        self.grid = grid
        self.episodes = episodes
        self.devices = devices
        ranking = Self.ranking(devices)
        outCounts = Self.outCounts(devices, grid)
    }

    /// Devices that one task reads.
    private static let part = 256

    /// The states of all devices, on all cores. Each part is released as it is merged, since two
    /// copies of many devices would take much memory.
    private static func devices(
        _ features: [DeviceFeatures],
        _ state: @Sendable (DeviceFeatures) throws -> DeviceState
    ) throws -> [DeviceState] {
        var parts = Concurrent.map((features.count + part - 1) / part) { index in
            Result {
                try features[index * part..<min((index + 1) * part, features.count)].map(state)
            }
        }
        var devices: [DeviceState] = []
        devices.reserveCapacity(features.count)
        for index in parts.indices {
            devices += try parts[index].get()
            parts[index] = .success([])
        }
        return devices
    }

    /// The worst devices, by status, health and distance of the furthest reading.
    func worst(_ count: Int) -> [DeviceState] { ranking.prefix(count).map { devices[$0] } }

    /// Metrics with a single value in all readings, of which there are at least 20 over all
    /// devices.
    var constantMetrics: [MetricRef] {
        scope.metrics.filter { metric in
            let cells = devices.map { $0.features.metrics[metric.index] }.filter { $0.count > 0 }
            guard let first = cells.first, cells.reduce(0, { $0 + $1.count }) >= 20 else {
                return false
            }
            return cells.allSatisfy {
                $0.minimum == first.minimum && $0.maximum == first.minimum
            }
        }
    }

    func state(of device: Int) -> DeviceState? {
        devices.first { $0.device.index == device }
    }

    /// Number of devices with an open episode.
    var outNow: Int { devices.count { $0.trouble != nil } }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : Statistics.median(values)
    }

    private static func ranking(_ devices: [DeviceState]) -> [Int] {
        devices.indices.sorted { a, b in
            let (left, right) = (devices[a], devices[b])
            if left.status != right.status { return left.status > right.status }
            if left.health != right.health { return left.health < right.health }
            let (far, near) = (abs(left.furthest?.z ?? 0), abs(right.furthest?.z ?? 0))
            return far != near ? far > near : a < b
        }
    }

    private static func outCounts(_ devices: [DeviceState], _ grid: SliceGrid) -> [Int] {
        var counts = [Int](repeating: 0, count: grid.count)
        for device in devices {
            let slices = Set(
                device.troubles.flatMap { grid.indices(from: $0.from, to: $0.to ?? .infinity) })
            for slice in slices { counts[slice] += 1 }
        }
        return counts
    }
}
