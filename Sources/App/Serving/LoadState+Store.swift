import Dashboard
import HTTP
import Reports
import Store

extension LoadState {
    /// Where a data set stands, as pages say it.
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
