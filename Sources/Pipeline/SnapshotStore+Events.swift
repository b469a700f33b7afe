import Telemetry

extension SnapshotStore.Event {
    /// That a set was read, with its rows.
    static func read(_ loaded: LoadedDataset, of set: String) -> Self {
        let files = loaded.report.files
        return .loaded(
            set: set, files: files.count, rows: files.reduce(0) { $0 + $1.rowsKept },
            refused: files.reduce(0) { $0 + $1.rowsRefused }, seconds: loaded.report.seconds)
    }
}
