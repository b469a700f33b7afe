import Analysis
import Reports
import Telemetry
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Events of codes that preceded failures far more often than by chance: after each, a failure is
/// expected until it comes or the usual time has passed.
///
/// Causal: each event is judged by what was known when it came. Events of a code are told apart by
/// the hour of the day, as far as hours differ: where checks are made at fixed hours, their results
/// announce more than events in between.
struct PrecursorEpisodes {
    let readings: SetReadings
    let events: SetEvents

    /// How long after an event a failure counts as announced, in seconds.
    static let horizon = 48 * 3_600.0
    /// The least share of its events that a failure follows for a code to announce failures.
    private static let smallestShare = 0.15
    /// The chance that a meaningless code is followed as often.
    private static let chance = 1e-4
    /// Followed events that are needed.
    private static let fewestFollowed = 4

    func episodes() -> [Episode] {
        guard readings.catalog.axis.isCalendar else { return [] }
        let failures = events.events(.failure, readings.catalog)
        guard failures.count >= Self.fewestFollowed else { return [] }
        let codes = readings.catalog.codeRefs
        let zone = Zone(of: readings.catalog.axis.kind)
        let warnings = [EventKind.error, .other].flatMap { events.events($0, readings.catalog) }
            .sorted { ($0.event.time, $0.event.device) < ($1.event.time, $1.event.device) }
        var record = PrecursorRecord(
            horizon: Self.horizon, failures: failures.map { ($0.event.time, $0.event.device) })
        var found: [Episode] = []
        for (code, event) in warnings {
            record.advance(to: event.time)
            let key = PrecursorRecord.Key(code: code, hour: zone.hour(at: event.time))
            if let expected = expectation(record, key, fleet: readings.catalog.devices.count) {
                found.append(episode(codes[code], event, expected, record))
            }
            record.add(key, event)
        }
        return merged(found)
    }

    private func expectation(
        _ record: PrecursorRecord, _ key: PrecursorRecord.Key, fleet: Int
    ) -> (share: Double, chance: Double)? {
        let whole = record.tally(code: key.code)
        let chance = min(0.5, record.failureRate(devices: fleet) * Self.horizon)
        guard whole.followed >= Self.fewestFollowed, chance > 0 else { return nil }
        // Poisson tail, by Chernoff's bound.
        let expected = chance * Double(whole.events)
        let count = Double(whole.followed)
        guard count > expected,
            count * log(count / expected) - (count - expected) > -log(Self.chance)
        else { return nil }
        let own = record.tally(key)
        let prior = count / Double(whole.events)
        let share = (Double(own.followed) + 4 * prior) / (Double(own.events) + 4)
        return share >= Self.smallestShare ? (share, chance) : nil
    }

    private func episode(
        _ code: CodeRef, _ event: SetEvents.Event, _ expected: (share: Double, chance: Double),
        _ record: PrecursorRecord
    ) -> Episode {
        let end = event.time + record.usualLead + readings.step
        let last = readings.time(readings.slots.upperBound - 1)
        let until = min(end, record.failure(of: event.device, after: event.time) ?? end)
        return Episode(
            .precursor, devices: [readings.catalog.deviceRef(event.device)],
            subjects: [.code(code)], from: event.time, to: until > last ? nil : until,
            severity: 30 + 30 * expected.share, actual: expected.share, expected: expected.chance)
    }

    /// Merges overlapping episodes of one device, with all their codes.
    private func merged(_ episodes: [Episode]) -> [Episode] {
        var open: [DeviceRef: Int] = [:]
        var result: [Episode] = []
        for episode in episodes {
            guard let device = episode.devices.first else { continue }
            if let place = open[device], result[place].to ?? .infinity >= episode.from {
                result[place].to = episode.to.flatMap { to in result[place].to.map { max($0, to) } }
                result[place].severity = max(result[place].severity, episode.severity)
                result[place].subjects += episode.subjects.filter {
                    !result[place].subjects.contains($0)
                }
            } else {
                open[device] = result.count
                result.append(episode)
            }
        }
        return result
    }
}

/// How often events of each code were followed by a failure, as far as that was known at a time.
struct PrecursorRecord {
    struct Key: Hashable {
        var code: Int
        var hour: Int
    }

    struct Tally {
        var events = 0
        var followed = 0
    }

    private let horizon: Double
    private let failures: [(time: Double, device: Int)]
    private let times: [Int: [Double]]
    private var pending: [(key: Key, time: Double, device: Int)] = []
    private var first = 0
    private var byKey: [Key: Tally] = [:]
    private var byCode: [Int: Tally] = [:]
    private var leads: [Double] = []
    private var start: Double?
    private var now = 0.0
    private var passed = 0

    init(horizon: Double, failures: [(time: Double, device: Int)]) {
        self.horizon = horizon
        self.failures = failures
        times = Dictionary(grouping: failures, by: \.device).mapValues { $0.map(\.time) }
    }

    /// Moves to a time, and settles the events whose horizon has passed by then.
    mutating func advance(to time: Double) {
        start = start ?? time
        now = time
        while passed < failures.count, failures[passed].time <= time { passed += 1 }
        while first < pending.count, pending[first].time + horizon <= time {
            let event = pending[first]
            first += 1
            let next = failure(of: event.device, after: event.time)
            let lead = next.map { $0 - event.time } ?? .infinity
            let isFollowed = lead <= horizon
            if isFollowed {
                leads.insert(lead, at: leads.count(upTo: lead))
            }
            byKey[event.key, default: Tally()].events += 1
            byCode[event.key.code, default: Tally()].events += 1
            byKey[event.key]?.followed += isFollowed ? 1 : 0
            byCode[event.key.code]?.followed += isFollowed ? 1 : 0
        }
    }

    /// Keeps an event until it can be settled.
    mutating func add(_ key: Key, _ event: SetEvents.Event) {
        pending.append((key, event.time, event.device))
    }

    /// The first failure of a device after a time; nil where there is none. O(log failures).
    func failure(of device: Int, after time: Double) -> Double? {
        let own = times[device] ?? []
        let next = own.count(upTo: time)
        return next < own.count ? own[next] : nil
    }

    func tally(_ key: Key) -> Tally { byKey[key] ?? Tally() }
    func tally(code: Int) -> Tally { byCode[code] ?? Tally() }

    /// Failures per device and unit of time, so far; at least one failure is assumed.
    func failureRate(devices: Int) -> Double {
        guard let start, now > start else { return 0 }
        return Double(max(1, passed)) / (now - start) / Double(max(1, devices))
    }

    /// The time within which nine in ten announced failures came; the whole horizon before any did.
    var usualLead: Double {
        leads.isEmpty ? horizon : leads[min(leads.count - 1, leads.count * 9 / 10)]
    }
}
