import Dashboard
import Pipeline
import Store
import Telemetry

// Telemetry and Dashboard both have a progress; here the one that pages show is meant.
import struct Dashboard.LoadProgress

extension LoadState {
    /// Where a data set stands, as pages say it.
    init(_ status: SnapshotStore.Status) {
        switch status {
        case .unknown: self = .loading(LoadProgress())
        case .loading(let progress):
            self = .loading(
                LoadProgress(
                    filesDone: progress?.fileIndex ?? 0, files: progress?.fileCount ?? 0,
                    rows: progress?.rows ?? 0))
        case .analysing: self = .loading(LoadProgress(isAnalysing: true))
        case .ready: self = .ready
        case .failed(let error): self = .failed(error)
        case .setAside(let aside): self = .setAside(aside)
        }
    }
}
