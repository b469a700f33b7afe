import Analysis
import Reports
import Telemetry
import Values

/// Finds the episodes of a whole set: what is wrong with which devices, since when and until when.
struct EpisodeFinder {
    let source: any TelemetrySource
    /// Tells when the files could record events.
    let coverage: Coverage
    /// The time that the set is about.
    let main: ClosedRange<Double>
    /// Whether only what could be known at the time is reported.
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
        let silences = SilenceEpisodes(readings: readings, outages: outages).episodes(attendance)
        let others =
            isLive
            ? silences.map { known($0, readings.step) }
            : try hindsight(readings, events, attendance, outages, silences)
        let failures = FailureEpisodes(
            readings: readings, events: events, regular: Set(attendance.map(\.device)),
            period: main)
        let precursors = PrecursorEpisodes(readings: readings, events: events).episodes()
        return (precursors + failures.merged(failures.episodes(), with: others))
            .sorted(by: Self.isGraver)
    }

    /// Episodes that are recognised best when they are over.
    private func hindsight(
        _ readings: SetReadings, _ events: SetEvents, _ attendance: [Attendance],
        _ outages: Outages, _ silences: [Episode]
    ) throws -> [Episode] {
        let clocks = ClockEpisodes(readings: readings, outages: outages).episodes(attendance)
        let codes = CodeEpisodes(
            readings: readings, events: events, coverage: coverage,
            sets: DeviceSets(source.catalog), period: main)
        return clocks
            + silences.filter { silence in
                !clocks.contains { $0.devices == silence.devices && $0.from == silence.from }
            } + FlakyEpisodes(readings: readings, outages: outages).episodes(attendance)
            + codes.episodes() + (try signals(readings, events))
    }

    /// Episodes of the readings: by the windows of a single recording, else by comparison with
    /// peers, cycles and relations between signals.
    private func signals(_ readings: SetReadings, _ events: SetEvents) throws -> [Episode] {
        let recorded = readings.devices.filter { !$0.isEmpty }.map(\.device)
        if recorded.count == 1, let only = recorded.first,
            let own = try RecordingEpisodes(readings: readings).episodes(of: only)
        {
            return own
        }
        return SignalEpisodes(readings: readings, events: events).episodes()
    }

    /// The silence as it could be known: from when it was long enough.
    private func known(_ silence: Episode, _ step: Double) -> Episode {
        var known = silence
        known.from += Double(SilenceEpisodes.fewestMissed) * step
        return known
    }

    /// By severity, then open ones, then the latest; ties by device and subject.
    static func isGraver(_ a: Episode, _ b: Episode) -> Bool {
        if a.severity != b.severity { return a.severity > b.severity }
        if a.isOpen != b.isOpen { return a.isOpen }
        if a.from != b.from { return a.from > b.from }
        return (a.devices.first?.index ?? -1, a.subjects.first?.name ?? "")
            < (b.devices.first?.index ?? -1, b.subjects.first?.name ?? "")
    }
}
