import Pipeline
import Reports
import Telemetry
import Values

/// What really happened on one device, by which alarms are judged.
struct GroundTruth {
    /// Times of marked rows or of failures, ascending.
    let marks: [Double]
    private let kind: DetectorComparison.Truth

    init(_ kind: DetectorComparison.Truth, _ series: DeviceSeries, _ catalog: Catalog) {
        self.kind = kind
        switch kind {
        case .labels: marks = series.labelled
        case .failures:
            marks = series.events.filter { catalog.codes[$0.code].kind == .failure }.map(\.time)
        }
    }

    /// Marked rows where the set has some, else failures within a day where times are dates; nil
    /// without either.
    static func kind(of catalog: Catalog) -> DetectorComparison.Truth? {
        if catalog.hasLabels { return .labels }
        let fails = catalog.codes.contains { $0.kind == .failure && $0.count > 0 }
        return fails && catalog.axis.isCalendar ? .failures(horizon: Scope.day) : nil
    }

    /// Adds a detector's alarms on some rows to a verdict.
    ///
    /// - Parameter flags: One per entry of `times`, which are ascending.
    func evaluate(
        _ times: [Double], _ flags: [Bool], into verdict: inout DetectorComparison.Verdict
    ) {
        guard let first = times.first else { return }
        let alarms = zip(times, flags).filter(\.1).map(\.0)
        verdict.alarms += alarms.count
        switch kind {
        case .labels:
            let marked = Set(marks)
            verdict.positives += times.count { marked.contains($0) }
            let detected = alarms.count { marked.contains($0) }
            verdict.detected += detected
            verdict.trueAlarms += detected
        case .failures(let horizon):
            verdict.trueAlarms += alarms.count { time in
                let next = marks.count(upTo: time)
                return next < marks.count && marks[next] <= time + horizon
            }
            for failure in marks where failure > first {
                verdict.positives += 1
                let before = alarms.count(upTo: failure.nextDown)
                if before > 0, alarms[before - 1] >= failure - horizon { verdict.detected += 1 }
            }
        }
    }
}
