/// Signals that are there twice, in other units or by another name: neither explains anything of
/// the other, as all that the one does the other does too, troubles included.
enum SignalCopies {
    /// The correlation from which on two signals are the same: a hundredth of the one is left.
    private static let sameness = 1 - 5e-5
    /// That from which on they may be, where what is left is no more than rounding.
    private static let likeness = 0.9
    /// About how many devices are looked at.
    private static let sample = 5

    /// By signal and other signal, whether most devices show both to be the same; only of gauges.
    ///
    /// - Parameters:
    ///   - columns: By signal and device, the readings.
    ///   - steps: By signal, about the least step from one reading to another.
    /// - Complexity: O(devices of the sample · signals² · slots).
    static func among(
        _ columns: [[[Double]]], steps: [Double], sorts: [SignalSort]
    ) -> [[Bool]] {
        let sampled = columns.map { rows in
            stride(from: 0, to: rows.count, by: max(1, rows.count / sample))
                .map { rows[$0].filled() }
        }
        return Concurrent.map(columns.count) { signal -> [Bool] in
            columns.indices.map { other in
                guard signal != other, sorts[signal] == .gauge, sorts[other] == .gauge else {
                    return false
                }
                let rows = zip(sampled[signal], sampled[other])
                let same = rows.count { isSame($0, $1, steps: (steps[signal], steps[other])) }
                return 2 * same > sampled[signal].count
            }
        }
    }

    private static func isSame(
        _ one: [Double], _ other: [Double], steps: (one: Double, other: Double)
    ) -> Bool {
        let agreement = abs(Followers.correlation(one, other))
        guard agreement <= sameness else { return true }
        guard agreement > likeness else { return false }
        let (spread, otherSpread) = (one.spread, other.spread)
        let rest = spread * (1 - agreement * agreement).squareRoot()
        return rest <= (steps.one + steps.other * agreement * spread / otherSpread) / 2
    }
}
