import Analysis
import Reports
import Telemetry
import Values

/// Finds events and changes of state so shortly before a fault that chance hardly explains them.
struct EventsBefore {
    let history: TroubleHistory
    let record: DeviceRecord
    let device: Int

    /// The chance that any event at all is named though it means nothing.
    private static let level = 0.01
    /// Events that are named at most.
    private static let most = 3

    /// One sort of event: its times up to the fault, and the subject of the last one.
    private struct Series {
        var times: [Double]
        var subject: CauseReport.Event.Subject
    }

    /// Events before the first departure, or before the failure where nothing departed, the least
    /// likely by chance first. The command that explains the readings is not named again.
    ///
    /// - Parameter columns: Readings up to when trouble was noticed, one column per metric of the
    ///   record.
    /// - Throws: What the source throws.
    /// - Complexity: O(events + rows · metrics).
    func events(_ report: CauseReport, _ columns: [[Double]]) throws -> [CauseReport.Event] {
        let departure = report.departed.first?.departure
        // Order within a row is unknown; the failure itself is no event before it.
        let moment = departure.map { $0 + record.step } ?? report.failure?.time.nextDown
        guard let moment,
            let span = ClosedRange(from: record.time(0), to: max(moment, report.noticed))
        else { return [] }
        let all = try codes(upTo: moment, report) + states(columns, upTo: moment, report)
        let found = all.compactMap { series -> (event: CauseReport.Event, chance: Double)? in
            guard
                let incident = Coincidence.last(
                    series.times, before: moment, in: span, resolution: record.step),
                incident.chance < Self.level / Double(all.count)
            else { return nil }
            let event = CauseReport.Event(
                subject: series.subject, time: incident.time,
                before: max(0, (departure ?? moment) - incident.time), count: incident.count,
                span: span.upperBound - span.lowerBound)
            return (event, incident.chance)
        }
        return found.sorted { ($0.chance, $1.event.time) < ($1.chance, $0.event.time) }
            .prefix(Self.most).map(\.event)
    }

    private func codes(upTo moment: Double, _ report: CauseReport) throws -> [Series] {
        let refs = history.source.catalog.codeRefs
        // An earlier failure with the same code did not cause this one.
        let before = try history.events(of: device).filter {
            $0.time <= moment && $0.code != report.failure?.code.index
        }
        return Dictionary(grouping: before, by: \.code).sorted { $0.key < $1.key }.map {
            Series(times: $0.value.map(\.time), subject: .code(refs[$0.key]))
        }
    }

    private func states(
        _ columns: [[Double]], upTo moment: Double, _ report: CauseReport
    ) -> [Series] {
        let refs = history.source.catalog.metricRefs
        return zip(record.metrics, columns).compactMap { metric, column in
            guard refs[metric] != report.command?.metric, let steps = CommandSteps(column)?.steps
            else { return nil }
            let before = steps.filter { record.time($0.row) <= moment }
            return before.last.map {
                Series(
                    times: before.map { record.time($0.row) },
                    subject: .change(refs[metric], from: $0.from, to: $0.to))
            }
        }
    }
}
