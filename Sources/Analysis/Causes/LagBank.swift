/// What a signal may do to others later: its past, seen through filters of the first order.
///
/// Each filter is a dead time and a time constant, as processes of one capacity have. A relation
/// with another delay or inertia is approximated by a weighted sum of them. All see only rows
/// before the present one; the slowest still gives a twentieth of its weight to what is 190 rows
/// old.
struct LagBank: Sendable {
    /// Dead time and time constant, in rows.
    static let filters: [(delay: Int, constant: Double)] = [
        (1, 1), (1, 4), (8, 4), (1, 16), (1, 64),
    ]
    /// Rows at the beginning on which relations are not learned. Filters start as if the first
    /// reading had always been there; all but the slowest have forgotten most of that after these
    /// rows.
    static let settled = 32

    /// By signal and filter, one value for each row.
    let columns: [[Double]]

    /// - Complexity: O(signals · rows).
    init(_ signals: [[Double]]) {
        columns = Concurrent.map(signals.count * Self.filters.count) { place in
            let filter = Self.filters[place % Self.filters.count]
            return Self.filtered(signals[place / Self.filters.count], filter)
        }
    }

    /// The columns of a signal's filters.
    static func places(_ signal: Int) -> Range<Int> {
        signal * filters.count..<(signal + 1) * filters.count
    }

    static func places(_ signals: [Int]) -> [Int] { signals.flatMap { Array(places($0)) } }

    private static func filtered(
        _ signal: [Double], _ filter: (delay: Int, constant: Double)
    ) -> [Double] {
        guard var state = signal.first else { return [] }
        let rate =
            filter.constant > 1 ? 1 - ElementaryFunctions.exponential(-1 / filter.constant) : 1
        return signal.indices.map { row in
            state += rate * (signal[max(0, row - filter.delay)] - state)
            return state
        }
    }
}
