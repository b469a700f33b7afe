import Analysis
import Reports
import Telemetry
import Values

/// The parts of a fleet, one per failure code and device, with all that the record tells up to the
/// end of the period.
struct PartRecords {
    /// The parts of one failure code.
    struct Parts {
        /// One per device, in the order of the fleet.
        let records: [PartRecord]
        /// The repairs that renew them.
        let match: RepairMatch
        /// Whether failures of the code are usually followed by a repair.
        let awaitsRepair: Bool
        /// Where ages come from for parts already working when the record began.
        let firstAge: PartLives.FirstAge
    }

    private let scope: Scope
    private let known: ClosedRange<Double>
    private let watches: [DeviceWatch]
    /// Failures and repairs of each device, in order of time.
    private let events: [[DeviceSeries.Event]]
    private let aftermaths: RepairAftermaths
    private let firstAges: FirstAges

    /// The time in which failures could be recorded.
    var watched: ClosedRange<Double> { known }

    /// All records; nil where no failure could be recorded, and without dates.
    ///
    /// - Throws: What the source throws.
    /// - Complexity: O(events · log events).
    init?(source: any TelemetrySource, scope: Scope, fleet: FleetState) throws {
        // A chosen period begins within the lives of parts: earlier events are known all the same.
        let start = min(scope.whole.lowerBound, scope.period.lowerBound)
        guard scope.catalog.axis.isCalendar,
            let whole = ClosedRange(from: start, to: scope.period.upperBound),
            let known = scope.coverage.known(.failure, in: whole)
        else { return nil }
        let kinds = scope.catalog.codes.map(\.kind)
        let filter = Filter(to: scope.filter.to)
        let watches = DeviceWatch.watches(of: fleet.devices, in: known, scope: scope)
        events = try watches.map { watch in
            try source.events(of: watch.device, filter).filter {
                kinds[$0.code] == .failure || kinds[$0.code] == .repair
            }.sorted {
                ($0.time, kinds[$0.code] == .failure ? 0 : 1)
                    < ($1.time, kinds[$1.code] == .failure ? 0 : 1)
            }
        }
        self.scope = scope
        self.known = known
        self.watches = watches
        firstAges = FirstAges(
            readings: AttributeAges.readings(
                scope, devices: watches.map(\.device), at: known.lowerBound),
            opening: known.lowerBound)
        aftermaths = RepairAftermaths(
            events, kind: { kinds[$0] },
            exposure: watches.reduce(0) { $0 + $1.watched.upperBound - $1.watched.lowerBound })
    }

    /// Events of each failure and repair code, before repeated reports are merged.
    var counts: [Int: Int] {
        events.joined().reduce(into: [:]) { $0[$1.code, default: 0] += 1 }
    }

    func parts(of code: CodeRef) -> Parts {
        let match = RepairMatch(
            of: code, repairs: scope.codes.filter { $0.kind == .repair }, aftermaths: aftermaths)
        let watched = match.isEmpty ? known : repairsKnown
        let spans = watches.map { $0.watched.clamped(to: watched) }
        let exposure = spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
        let failures = zip(events, spans).map { events, span in
            events.filter { $0.code == code.index && span.contains($0.time) }.map(\.time)
        }
        var records = watches.indices.map { index in
            PartRecord(
                device: watches[index].device, watched: spans[index], failures: failures[index],
                renewals: times(index, in: match.renewing),
                repairs: times(index, in: match.following))
        }
        let awaitsRepair = RepairHabit(records, exposure: exposure).isHabit
        if !awaitsRepair {
            // Where repairs are known, they separate one trouble from the next.
            let merged = FailureBursts.merged(failures, exposure: exposure)
            for index in records.indices { records[index].failures = merged[index] }
        }
        let reader = PartLifeReader(awaitsRepair: awaitsRepair, end: watched.upperBound)
        let choice = firstAges.choice(for: records.flatMap(reader.lives(of:)))
        for index in records.indices {
            records[index].firstAge = choice?.ages[records[index].device].map {
                $0 + spans[index].lowerBound - firstAges.opening
            }
        }
        return Parts(
            records: records, match: match, awaitsRepair: awaitsRepair,
            firstAge: choice.map { .attribute($0.attribute) } ?? .unknown)
    }

    /// The time in which both failures and repairs could be recorded; that of failures where there
    /// is none.
    private var repairsKnown: ClosedRange<Double> {
        scope.coverage.known(.repair, in: known) ?? known
    }

    private func times(_ device: Int, in codes: Set<Int>) -> [Double] {
        codes.isEmpty ? [] : events[device].filter { codes.contains($0.code) }.map(\.time)
    }
}

/// Whether failures are usually followed by a repair.
struct RepairHabit {
    let isHabit: Bool

    /// The share of failures soon followed by a repair that makes it a habit.
    private static let share = 0.8
    /// A repair is soon within this share of the mean time between repairs; by chance one failure
    /// in five has one.
    private static let soon = 0.25

    /// - Complexity: O(events · log events).
    init(_ parts: [PartRecord], exposure: Double) {
        var (repairs, failures, answered) = (0, 0, 0)
        for part in parts {
            repairs += (part.renewals + part.repairs).count { part.watched.contains($0) }
        }
        let limit = repairs > 0 ? Self.soon * exposure / Double(repairs) : 0
        for part in parts {
            let all = (part.renewals + part.repairs).sorted()
            for failure in part.failures {
                // A failure near the end may still wait for its repair.
                guard failure + limit <= part.watched.upperBound else { continue }
                failures += 1
                let place = all.indices.partitionPoint { all[$0] < failure }
                answered += place < all.count && all[place] - failure <= limit ? 1 : 0
            }
        }
        isHabit = failures > 0 && Double(answered) >= Self.share * Double(failures)
    }
}
