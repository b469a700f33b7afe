import Synchronization

/// A number that any thread may add to without waiting.
final class Counter: Sendable {
    private let number = Atomic<Int>(0)

    /// The sum of all that was added; of one moment, but not the same one as other counters.
    var value: Int { number.load(ordering: .relaxed) }

    func add(_ count: Int = 1) { number.wrappingAdd(count, ordering: .relaxed) }

    func set(_ value: Int) { number.store(value, ordering: .relaxed) }

    /// So many counters, each its own.
    static func several(_ count: Int) -> [Counter] { (0..<count).map { _ in Counter() } }
}
