import API
import Foundation
import Models
import Store
import Values

/// What the program counts of itself while it serves.
final class ServingCounters: Sendable {
    let requests = RequestCounters()
    private let loads = Counter()
    private let failures = Counter()
    private let rows = Counter()
    private let loadNanoseconds = Counter()
    private let analyses = Counter()
    private let analysisNanoseconds = Counter()
    private let started = Date().timeIntervalSince1970
    /// How often the serving process was started again; nil where nobody would do that.
    private let restarts: (@Sendable () -> Int)?

    init(restarts: (@Sendable () -> Int)? = nil) { self.restarts = restarts }

    /// Counts what happened to a set.
    func count(_ event: SnapshotStore.Event) {
        switch event {
        case .loaded(_, _, let kept, _, let seconds):
            loads.add()
            rows.add(kept)
            loadNanoseconds.add(Int(clamping: seconds * 1e9))
        case .analysed(_, _, let seconds):
            analyses.add()
            analysisNanoseconds.add(Int(clamping: seconds * 1e9))
        case .failed: failures.add()
        }
    }

    /// Writes what was counted. Reads figures of the process from the system.
    func write(to text: inout PrometheusText) {
        requests.write(to: &text)
        writeLoads(to: &text)
        writeProcess(to: &text)
    }

    private func writeLoads(to text: inout PrometheusText) {
        text.family("perfmon_loads_total", .counter, "Data sets read, by how that ended.") {
            $0.sample(Double(loads.value), [("result", "read")])
            $0.sample(Double(failures.value), [("result", "failed")])
        }
        text.family(
            "perfmon_load_seconds_total", .counter, "Time spent reading data sets.",
            value: Double(loadNanoseconds.value) / 1e9)
        text.family(
            "perfmon_loaded_rows_total", .counter,
            "Rows of the sets read; those of a set that grew count again.",
            value: Double(rows.value))
        text.family(
            "perfmon_analyses_total", .counter, "Data sets analysed.",
            value: Double(analyses.value))
        text.family(
            "perfmon_analysis_seconds_total", .counter, "Time spent analysing data sets.",
            value: Double(analysisNanoseconds.value) / 1e9)
    }

    private func writeProcess(to text: inout PrometheusText) {
        let models = ModelProcesses.figures
        text.family(
            "perfmon_model_processes", .gauge, "Child processes that hold models now.",
            value: Double(models.running))
        text.family(
            "perfmon_model_processes_started_total", .counter,
            "Child processes started for models.", value: Double(models.started))
        text.family(
            "perfmon_model_processes_killed_total", .counter,
            "Child processes of models ended after a fault.", value: Double(models.killed))
        text.family(
            "perfmon_restarts_total", .counter,
            "Times that the serving process was started again after it died.",
            value: restarts.map { Double($0()) })
        text.family(
            "process_resident_memory_bytes", .gauge, "Resident memory of the serving process.",
            value: ProcessFigures.residentBytes.map(Double.init))
        text.family(
            "process_cpu_seconds_total", .counter,
            "User and system time of the serving process.", value: Usage.cpuSeconds)
        text.family(
            "process_open_fds", .gauge, "File descriptors open in the serving process.",
            value: ProcessFigures.openDescriptors.map(Double.init))
        text.family(
            "process_start_time_seconds", .gauge,
            "When the serving process began to serve, in seconds since 1970.", value: started)
    }
}
