/// Whether what a signal drives still follows it: a valve that sticks stays where it was while the
/// output of its controller goes on moving.
struct LostResponse: Sendable {
    let search: EvidenceSearch
    let usual: Range<Int>
    let late: Range<Int>

    /// The surest loss among the signals that `signal` drives: a t statistic times the share of the
    /// response that is gone; 0 where all follow.
    ///
    /// - Complexity: O(late rows · signals driven).
    func strength(of signal: Int) -> Double {
        search.relations.sources.indices.reduce(0) { surest, driven in
            guard driven != signal, search.relations.sources[driven].contains(signal) else {
                return surest
            }
            return max(surest, loss(of: signal, in: driven))
        }
    }

    /// Where the response is gone the innovation takes back what the relation adds: its regression
    /// on that is −1 then, and 0 where the relation holds.
    private func loss(of signal: Int, in driven: Int) -> Double {
        let added = centred(search.relations.contribution(of: signal, to: driven, rows: late))
        let left = centred(Array(search.innovations[driven][late]))
        let product = zip(added, left).reduce(0) { $0 + $1.0 * $1.1 }
        let power = added.reduce(0) { $0 + $1 * $1 }
        let noise = Statistics.variance(
            Array(search.innovations[driven][usual]), degreesOfFreedom: 0)
        let certainty = -product / (1e-9 + (power * noise).squareRoot())
        return certainty * min(1, max(0, -product / (1e-9 + power)))
    }

    private func centred(_ values: [Double]) -> [Double] {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        return values.map { $0 - mean }
    }
}
