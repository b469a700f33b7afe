import Dashboard
import HTTP
import Reports
import Store

extension LoadState {
    /// The status of a data set as pages know it; an unknown one is about to be loaded.
    init(_ status: SnapshotStore.Status) {
        switch status {
        case .unknown: self = .loading(nil)
        case .loading(let progress): self = .loading(progress)
        case .analysing: self = .analysing
        case .ready: self = .ready
        case .failed(let error): self = .failed(error)
        case .setAside(let aside): self = .setAside(aside)
        }
    }
}
