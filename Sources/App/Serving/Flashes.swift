import Dashboard
import Synchronization
import Wording

/// What has just happened, kept for the page to which a form leads.
///
/// The address carries a number; whoever opens it again sees the same notices until a hundred newer
/// ones have come.
final class Flashes: Sendable {
    private struct State {
        var next = 1
        var notices: [Int: [Notice]] = [:]
    }

    private let state = Mutex(State())

    /// Gives the number for the address.
    func keep(_ notices: [Notice]) -> Int {
        state.withLock { state in
            let number = state.next
            state.next += 1
            state.notices[number] = notices
            state.notices[number - 100] = nil
            return number
        }
    }

    func notices(_ number: String?) -> [Notice] {
        guard let number = number.flatMap(Int.init) else { return [] }
        return state.withLock { $0.notices[number] ?? [] }
    }
}
