import Reports
import Telemetry
import Values

extension ModelPanel.Training {
    /// What a set has data for: failures where some are named, remaining life where devices count
    /// cycles, normal operation always.
    init(_ catalog: Catalog, state: State) {
        let fails = catalog.codes.contains { $0.kind == .failure && $0.count > 0 }
        var tasks = [Task.anomaly]
        if fails { tasks.insert(.failure, at: 0) }
        if catalog.axis.kind == .cycle, !catalog.metrics.isEmpty {
            tasks.insert(.life, at: 0)
        }
        self.init(tasks: tasks, state: state, isCalendar: catalog.axis.isCalendar)
    }
}
