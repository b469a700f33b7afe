import Reports
import Telemetry
import Values

/// The earlier troubles of a set, as far as the search for causes needs them.
struct TroubleHistory {
    let source: any TelemetrySource
    /// The time that the set is about: rows with a wrong clock, years away, are left out.
    let main: ClosedRange<Double>
    /// The episodes of single devices by device, in order of their beginning; those that are one
    /// trouble are merged.
    let byDevice: [Int: [Episode]]

    /// How long before a failure readings are not taken as usual, as a share of the record.
    private static let runUp = 0.02
    /// Values read at most from the device in question, and from one with an earlier episode.
    static let mostCells = 12_000_000, mostEarlierCells = 3_000_000

    /// - Parameter episodes: All of the set, remarks included; those of several devices are
    ///   dropped.
    init(source: any TelemetrySource, main: ClosedRange<Double>, episodes: [Episode]) {
        self.source = source
        self.main = main
        let own = episodes.filter { $0.devices.count == 1 }
        byDevice = Dictionary(grouping: own) { $0.devices.first?.index ?? -1 }
            .mapValues { JoinedEpisodes($0, end: main.upperBound).episodes }
    }

    /// The readings of a device around a time: all of them or, where they are very many, the last
    /// before it.
    ///
    /// - Throws: What the source throws.
    func record(
        of device: Int, upTo time: Double = .infinity, cells: Int = mostCells
    ) throws -> DeviceRecord {
        let axis = source.catalog.axis
        let rows = max(4_000, cells / max(1, source.catalog.metrics.count))
        let end = min(time, axis.dataRange.upperBound)
        let from = max(main.lowerBound, end - Double(rows) * axis.bucketWidth)
        return DeviceRecord(
            try source.readings(of: device, Filter(from: from, devices: [device])), axis: axis)
    }

    /// The events of a device, ascending in time.
    ///
    /// - Throws: What the source throws.
    func events(of device: Int) throws -> [DeviceSeries.Event] {
        try source.events(of: device, Filter(devices: [device]))
    }

    /// The episodes of one device alone, in order of their beginning.
    func episodes(of device: Int) -> [Episode] { byDevice[device] ?? [] }

    /// Rows of a record in which the device's readings were in trouble before a time, including the
    /// time before failures.
    func troubled(_ record: DeviceRecord, of device: Int, before time: Double) -> [Range<Int>] {
        let runUp = Self.runUp * (main.upperBound - main.lowerBound)
        return episodes(of: device).compactMap { episode in
            guard episode.grade != .remark, episode.from < time, episode.to ?? .infinity < time,
                episode.isFailure || episode.kind != .apart && !episode.metrics.isEmpty
            else { return nil }
            let from = episode.isFailure ? episode.from - runUp : episode.from
            return ClosedRange(from: from, to: episode.to ?? episode.from).map { record.rows($0) }
        }
    }

    /// When a failure of the code happened in an episode; `nil` where it has none.
    ///
    /// - Throws: What the source throws.
    func time(of code: CodeRef, in episode: Episode) throws -> Double? {
        guard episode.isFailure, episode.subjects.contains(.code(code)),
            let device = episode.devices.first?.index
        else { return nil }
        if episode.kind == .failure { return episode.from }
        return try events(of: device).first {
            $0.code == code.index && $0.time >= episode.from
                && $0.time <= episode.to ?? .infinity
        }?.time
    }
}

extension Episode {
    var isFailure: Bool { kind == .failure || kind == .failureWarned }

    /// When it last changed: an episode that became a failure counts from its end.
    var latest: Double { kind == .failureWarned ? to ?? .infinity : from }

    /// The readings among its subjects.
    var metrics: [MetricRef] {
        subjects.compactMap { if case .metric(let metric) = $0 { metric } else { nil } }
    }

    /// Whether both are of the same kind, steps and events counting as one: a level that moved is a
    /// step while it lasts and an event once it is back.
    func isOfSameSort(as other: Episode) -> Bool {
        let sort = { (kind: EpisodeKind) in kind == .event ? .step : kind }
        return sort(kind) == sort(other.kind)
    }
}
