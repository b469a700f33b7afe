import Analysis
import Reports
import Telemetry
import Values

/// Which codes announce failures, and how often they do so in vain.
struct PrecursorBuilder {
    let scope: Scope
    let fleet: FleetState

    /// How many hours before a failure are searched.
    static let hours = 24.0

    /// The table; `nil` without dates, below three failures or without other codes.
    func table() -> PrecursorTable? {
        let failures = scope.codes(.failure).prefix(8)
        let codes = [EventKind.error, .other].flatMap(scope.codes).prefix(12)
        guard scope.catalog.axis.isCalendar, !failures.isEmpty, !codes.isEmpty else { return nil }
        let all = analysis(failures: scope.codes(.failure).map(\.index), codes: codes)
        guard let count = all.first?.failures, count >= 3 else { return nil }
        let byFailure = failures.map { analysis(failures: [$0.index], codes: codes) }
        let rows = codes.compactMap { code -> PrecursorTable.Row? in
            guard let whole = all.first(where: { $0.code == code.index }), whole.events > 0 else {
                return nil
            }
            let shares = byFailure.map { results in
                results.first { $0.code == code.index }?.precededShare ?? .nan
            }
            return PrecursorTable.Row(
                code: code, shares: shares, followed: whole.followedShare,
                chance: whole.precededChance)
        }
        guard !rows.isEmpty else { return nil }
        return PrecursorTable(
            hours: Self.hours, failures: Array(failures), failureCount: count,
            errorCount: all.reduce(0) { $0 + $1.events }, rows: rows, announced: announced(codes))
    }

    private func histories(
        failures: [Int], codes: ArraySlice<CodeRef>
    ) -> [CodedHistory<Int>] {
        let failures = Set(failures)
        let kinds = [EventKind.failure] + codes.map(\.kind)
        let codes = Set(codes.map(\.index))
        guard let known = known(kinds) else { return [] }
        return fleet.devices.compactMap { state in
            var events: [Int: [Double]] = [:]
            for event in state.events where codes.contains(event.code) {
                events[event.code, default: []].append(event.time)
            }
            return CodedHistory(
                start: known.lowerBound, end: known.upperBound,
                failures: state.events.filter { failures.contains($0.code) }.map(\.time),
                events: events)
        }
    }

    /// The time in which events of all these kinds could be recorded; `nil` where there is none.
    private func known(_ kinds: [EventKind]) -> ClosedRange<Double>? {
        Set(kinds).reduce(scope.period as ClosedRange<Double>?) { span, kind in
            span.flatMap { scope.coverage.known(kind, in: $0) }
        }
    }

    private func analysis(
        failures: [Int], codes: ArraySlice<CodeRef>
    ) -> [Precursor<Int>] {
        PrecursorAnalysis(window: Self.hours * 3_600).fit(
            histories(failures: failures, codes: codes))
    }

    /// The share of failures that any of the codes precedes.
    private func announced(_ codes: ArraySlice<CodeRef>) -> Double {
        let merged = histories(failures: scope.codes(.failure).map(\.index), codes: codes)
            .compactMap { history in
                CodedHistory(
                    start: history.start, end: history.end, failures: history.failures,
                    events: [0: history.events.values.flatMap { $0 }])
            }
        return PrecursorAnalysis(window: Self.hours * 3_600).fit(merged).first?.precededShare ?? 0
    }

    /// Pairs in which a code precedes at least half of a code's failures, and five times as many as
    /// by chance; else that there is none.
    static func findings(_ table: PrecursorTable) -> [Finding] {
        let pairs = table.rows.flatMap { row in
            zip(table.failures, row.shares).compactMap { failure, share -> Finding? in
                guard share >= 0.5, share >= 5 * row.chance else { return nil }
                return Finding(
                    .precursor(
                        code: row.code, failure: failure, share: share, followed: row.followed,
                        chance: row.chance, hours: table.hours), tone: .neutral,
                    weight: 30 + 10 * share)
            }
        }
        guard pairs.isEmpty else { return pairs }
        return [Finding(.noPrecursor(failures: table.failureCount), tone: .neutral, weight: 6)]
    }
}
