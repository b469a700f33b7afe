/// Many single wild rows in one stretch, looked for before levels are: they are few among rows that
/// are as usual.
struct WildRows: Sendable {
    let settings: FleetSettings
    /// The share of wild rows that devices usually have.
    let usual: Double

    private static let fewest = 5
    /// Nats by which a rate of its own must explain the stretch better.
    private static let surprise = 15.0

    /// The stretch and the median size of its wild rows, in scales; `nil` where they are as
    /// frequent as usual, come in runs to one side (another level), or where all rows scatter.
    ///
    /// - Complexity: O(slots).
    func stretch(_ values: [Double]) -> (slots: Range<Int>, size: Double)? {
        let isWild = values.map { abs($0) > settings.wild }
        guard isWild.count(where: { $0 }) >= Self.fewest else { return nil }
        let isLone = values.indices.map { slot in
            isWild[slot] && !(agrees(values, isWild, slot, -1) && agrees(values, isWild, slot, 1))
        }
        let exposure = values.map { $0.isNaN ? 0.0 : 1 }
        let known = exposure.reduce(0, +)
        let found = ScanStatistic.strongest(
            isLone.map { $0 ? 1 : 0 }, exposure: exposure,
            prior: (events: usual * known + 1, exposure: known))
        guard let found, found.logRatio > Self.surprise else { return nil }
        let slots = found.bins
        let lone = slots.filter { isLone[$0] }
        let wild = slots.count { isWild[$0] }
        // Tails that are heavy all along are how the signal is.
        guard lone.count >= Self.fewest, 10 * slots.count < 6 * values.count,
            5 * wild <= 8 * lone.count + 10,
            20 * lone.count <= 7 * slots.count
        else { return nil }
        let rest = slots.lazy.filter { !isWild[$0] && !values[$0].isNaN }.map { abs(values[$0]) }
        guard OrderStatistics.median(of: Array(rest)) <= 1.45 * 0.6745 else { return nil }
        return (slots, OrderStatistics.median(of: lone.map { abs(values[$0]) }))
    }

    private func agrees(_ values: [Double], _ isWild: [Bool], _ slot: Int, _ by: Int) -> Bool {
        let other = slot + by
        return values.indices.contains(other) && isWild[other]
            && (values[other] > 0) == (values[slot] > 0)
    }
}
