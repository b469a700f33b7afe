import Analysis
import Reports
import Telemetry
import Values

/// Makes the Overview: which devices need attention, and since when.
struct OverviewBuilder {
    let scope: Scope
    let fleet: FleetState
    let rates: RateBuilder
    /// The rates per kind, with their tested trends.
    let tested: [RateSeries]
    let totals: Totals
    /// The attribute that separates the devices' event rates best; nil where none does.
    let strongest: AttributeRates?
    /// Findings about the whole fleet, in any order.
    let findings: [Finding]
    let missingData: MissingData

    func report() -> OverviewReport {
        let ordered = findings.sorted { $0.weight > $1.weight }
        let shares = CodeShares(scope: scope, fleet: fleet, totals: totals)
        return OverviewReport(
            headline: headline(ordered), cards: CardBuilder(overview: self).cards(),
            devices: fleet.worst(fleet.devices.count).map(\.row),
            attributes: scope.catalog.attributes, changes: changes(ordered),
            lanes: LaneBuilder(scope: scope, fleet: fleet, slices: rates.slices).lanes(),
            rates: tested,
            breakdowns: [EventKind.error, .failure, .repair, .other].compactMap(shares.breakdown),
            byAttribute: strongest,
            severities: severities(), missingData: missingData)
    }

    private func headline(_ ordered: [Finding]) -> OverviewReport.Headline {
        let worst = fleet.worst(1).first.flatMap { $0.status == .ok ? nil : $0.row }
        let hasBands = fleet.devices.contains { !$0.bands.isEmpty }
        return OverviewReport.Headline(
            critical: fleet.devices.count { $0.status == .critical },
            warning: fleet.devices.count { $0.status == .warning }, total: fleet.devices.count,
            out: fleet.outNow,
            ordinaryOut: hasBands
                ? Statistics.median(fleet.outCounts.map(Double.init)) : nil,
            asOf: scope.period.upperBound, worst: worst,
            finding: ordered.first { !$0.isCycle })
    }

    /// More would be longer than the table of devices beside them.
    private static let mostChanges = 9

    /// The nine weightiest findings, at most two of a sort (four open episodes), so that one trouble
    /// of many devices does not hide the rest.
    private func changes(_ ordered: [Finding]) -> [Finding] {
        var taken: [Finding] = []
        var sorts: [String: Int] = [:]
        for finding in ordered where !finding.isCycle {
            let sort = finding.sort
            // Episodes of several devices with one cause are already merged.
            guard sorts[sort, default: 0] < (sort == "episode" ? 4 : 2) else { continue }
            sorts[sort, default: 0] += 1
            taken.append(finding)
            if taken.count == Self.mostChanges { break }
        }
        if taken.isEmpty {
            taken = [
                Finding(.nothingUnusual(devices: fleet.devices.count), tone: .good, weight: 0)
            ]
        }
        return taken
    }

    private func severities() -> [SeverityShare] {
        let total = scope.catalog.severities.reduce(0) { $0 + $1.count }
        guard total > 0 else { return [] }
        return scope.catalog.severities.map {
            SeverityShare(
                name: $0.name, count: $0.count, share: Double($0.count) / Double(total),
                isError: $0.isError)
        }
    }
}

extension Finding {
    /// Findings of one sort compete for the same places; see `changes`.
    var sort: String {
        switch kind {
        case .episode(let episode): episode.isOpen ? "episode" : "over"
        case .groupApart, .apartOfFew: "apart"
        case .eventsChanged, .eventsLevel, .rateShift: "events"
        case .logSpan: "log"
        case .concentration, .mostFailures, .mostErrors, .nameGroups: "concentration"
        case .labelledAt, .labelledDiffer, .labelledRates: "labelled"
        default: "other"
        }
    }
}
