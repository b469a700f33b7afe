import Analysis
import Reports
import Telemetry
import Values

/// Finds the episodes of a whole set: what is wrong with which devices, since when and until when.
struct EpisodeFinder {
    let source: any TelemetrySource
    /// When the files can tell of events.
    let coverage: Coverage
    /// What the set is about.
    let main: ClosedRange<Double>
    /// Whether only that may be said which could be known at the time.
    var isLive = false

    /// All episodes, the gravest first.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(cells · metrics + events · log events).
    func episodes() throws -> [Episode] {
        let (readings, events) = try Concurrent.both(
            { try SetReadings(source, main: main) }, { try SetEvents(source) })
        let attendance =
            source.catalog.axis.isCalendar && coverage.hasRhythm
            ? readings.devices.compactMap { Attendance($0, slots: readings.slots) } : []
        let outages = Outages(attendance)
        let clocks = ClockEpisodes(readings: readings, outages: outages).episodes(attendance)
        let isWrongClock = { (episode: Episode) in
            clocks.contains { $0.devices == episode.devices && $0.from == episode.from }
        }
        let silences = SilenceEpisodes(readings: readings, outages: outages)
            .episodes(attendance).filter { !isWrongClock($0) }
        let flaky = FlakyEpisodes(readings: readings, outages: outages).episodes(attendance)
        let codes = CodeEpisodes(
            readings: readings, events: events, coverage: coverage,
            sets: DeviceSets(source.catalog), period: main
        ).episodes()
        let recordings = try isLive ? [] : recordings(readings)
        let signals = isLive ? [] : SignalEpisodes(readings: readings, events: events).episodes()
        let failures = FailureEpisodes(
            readings: readings, events: events, regular: Set(attendance.map(\.device)),
            period: main)
        let precursors = PrecursorEpisodes(readings: readings, events: events).episodes()
        let others =
            isLive ? silences.map(known) : clocks + silences + flaky + codes + signals + recordings
        return (precursors + failures.merged(failures.episodes(), with: others))
            .sorted(by: Self.isGraver)
    }

    /// Devices from which on peers tell what is usual.
    private static let peers = 5

    /// Of devices without peers what their own recording shows.
    private func recordings(_ readings: SetReadings) throws -> [Episode] {
        let recorded = readings.devices.filter { !$0.isEmpty }.map(\.device)
        guard recorded.count < Self.peers else { return [] }
        let results = Concurrent.map(recorded.count) { place in
            Result { try RecordingEpisodes(readings: readings).episodes(of: recorded[place]) }
        }
        return try results.flatMap { try $0.get() }
    }

    /// A silence from when it was long enough to be one.
    private func known(_ silence: Episode) -> Episode {
        var known = silence
        known.from += Double(SilenceEpisodes.fewestMissed) * source.catalog.axis.bucketWidth
        return known
    }

    /// By severity, then the open ones, then the latest.
    static func isGraver(_ a: Episode, _ b: Episode) -> Bool {
        if a.severity != b.severity { return a.severity > b.severity }
        if a.isOpen != b.isOpen { return a.isOpen }
        if a.from != b.from { return a.from > b.from }
        return (a.devices.first?.index ?? -1, a.subjects.first?.name ?? "")
            < (b.devices.first?.index ?? -1, b.subjects.first?.name ?? "")
    }
}
