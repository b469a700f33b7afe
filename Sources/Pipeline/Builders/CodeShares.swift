import Analysis
import Reports
import Telemetry
import Values

/// The events of a kind by code.
struct CodeShares {
    let scope: Scope
    let fleet: FleetState
    let totals: Totals

    /// The codes of a kind with events, at most 12 by name; `nil` where there are no events.
    func breakdown(_ kind: EventKind) -> CodeBreakdown? {
        let codes = scope.codes(kind).map { (code: $0, count: totals.codes[$0.index]) }
            .filter { $0.count > 0 }
            .sorted { ($1.count, $0.code.name) < ($0.count, $1.code.name) }
        let total = codes.reduce(0) { $0 + $1.count }
        guard total > 0 else { return nil }
        let items = codes.prefix(12).map {
            CodeBreakdown.Item(
                code: $0.code, count: $0.count, share: Double($0.count) / Double(total),
                recent: recent($0.code))
        }
        return CodeBreakdown(
            kind: kind, total: total, items: items,
            otherCount: codes.dropFirst(12).reduce(0) { $0 + $1.count },
            otherCodes: max(0, codes.count - 12))
    }

    private func recent(_ code: CodeRef) -> Compared? {
        guard scope.recent(code.kind) != nil else { return nil }
        let counts = fleet.devices.compactMap { $0.recentCodes[code.index] }
        return Compared(
            current: Double(counts.reduce(0) { $0 + $1.now }),
            previous: Double(counts.reduce(0) { $0 + $1.before }))
    }
}
