import Analysis
import Reports
import Telemetry
import Values

/// Ranks the readings of one device by how likely a fault began with each of them.
struct CauseFinder {
    private let own: DeviceReadings
    private let catalog: Catalog
    private let main: ClosedRange<Double>

    /// Reads the device; an index that the catalog does not have gives no report.
    ///
    /// - Parameter main: What the set is about: rows of a clock that was years off are left out.
    /// - Throws: What the source throws.
    init(source: any TelemetrySource, device: Int, main: ClosedRange<Double>) throws {
        catalog = source.catalog
        self.main = main
        own = try source.readings(
            of: device, Filter(from: main.lowerBound, devices: [device]))
    }

    /// Looks at an episode as somebody would who notices it when it has lasted a while: longer ago
    /// there is enough that is usual, and what came much later is left out.
    func report(of episode: Episode) -> CauseReport? {
        guard !own.isEmpty else { return nil }
        let lasted = Self.shareNoticed * (episode.from - time(0))
        return report(noticed: min(episode.from + max(0, lasted), episode.to ?? .infinity))
    }

    /// Part of the time before an episode after which it is taken to be noticed.
    private static let shareNoticed = 0.12

    /// - Parameter noticed: When somebody noticed that something is wrong; nothing after it is
    ///   looked at. `nil` = the end of the data.
    func report(noticed: Double?) -> CauseReport? {
        let latest = noticed ?? main.upperBound
        let end = own.slots.indices.partitionPoint { time($0) <= latest }
        let metrics = own.values.indices.filter { !own.values[$0].isEmpty }
        let columns = metrics.map { own.values[$0][..<end].map { Double($0) } }
        guard let ranking = CauseRanking(columns) else { return nil }
        let refs = catalog.metricRefs
        return CauseReport(
            device: catalog.deviceRef(own.device), onset: time(ranking.onset),
            noticed: time(end - 1),
            signals: ranking.causes.map { cause in
                CauseReport.Signal(
                    metric: refs[metrics[cause.signal]], confidence: cause.confidence,
                    mechanism: cause.mechanism, departure: cause.departure.map(time),
                    change: cause.change)
            })
    }

    /// When a row of the device begins.
    private func time(_ row: Int) -> Double { catalog.axis.time(ofSlot: Int(own.slots[row])) }
}
