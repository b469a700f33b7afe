import API
import Foundation
import Pipeline
import Reports
import Store
import Telemetry
import Values

/// The metrics of every data set, as far as it is known without reading it.
struct SetFigures {
    /// All sets on disk with what is known of them.
    let sets: [(name: String, view: SnapshotStore.View)]
    /// In seconds since 1970.
    let now: Double

    /// The states of a set, one of which it is in.
    static let states = ["unread", "loading", "analysing", "ready", "failed", "set_aside"]

    static func state(of view: SnapshotStore.View) -> String {
        switch view.status {
        case .unknown: "unread"
        case .loading: "loading"
        case .analysing: "analysing"
        case .ready: "ready"
        case .failed: "failed"
        case .setAside: "set_aside"
        }
    }

    func write(to text: inout PrometheusText) {
        text.family(
            "perfmon_set_state", .gauge,
            "1 for the state that a data set is in, 0 for the others."
        ) { text in
            for (name, view) in sets {
                let current = Self.state(of: view)
                for state in Self.states {
                    text.sample(state == current ? 1 : 0, [("set", name), ("state", state)])
                }
            }
        }
        text.family(
            "perfmon_set_devices", .gauge, "Devices of a data set, by their status."
        ) { text in
            for (name, snapshot) in analysed {
                let counts = snapshot.snapshot.overview.headline
                let ok = counts.total - counts.critical - counts.warning
                for (status, count) in [
                    ("ok", ok), ("warning", counts.warning), ("critical", counts.critical),
                ] {
                    text.sample(Double(count), [("set", name), ("status", status)])
                }
            }
        }
        perSet(
            "perfmon_set_open_episodes", "Episodes of a data set that go on at its end.", &text
        ) { snapshot in
            Double(snapshot.fleet.episodes.count { $0.isOpen && $0.grade > .remark })
        }
        perSet("perfmon_set_rows", "Rows of a data set that are in use.", &text) {
            Double($0.pipeline.source.catalog.rows)
        }
        perSet(
            "perfmon_set_newest_row_age_seconds",
            "Time since the newest row of a data set, by the clock; only of sets with dates.",
            &text
        ) { snapshot in
            let axis = snapshot.pipeline.source.catalog.axis
            return axis.isCalendar ? now - axis.dataRange.upperBound : nil
        }
    }

    private var analysed: [(name: String, snapshot: AnalysedSnapshot)] {
        sets.compactMap { name, view in view.analysed.map { (name, $0) } }
    }

    private func perSet(
        _ name: String, _ help: String, _ text: inout PrometheusText,
        _ value: (AnalysedSnapshot) -> Double?
    ) {
        text.family(name, .gauge, help) { text in
            for (set, snapshot) in analysed {
                if let value = value(snapshot) { text.sample(value, [("set", set)]) }
            }
        }
    }
}
