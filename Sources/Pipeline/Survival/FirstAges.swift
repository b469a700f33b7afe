import Analysis
import Foundation

/// How old parts were when the record began, where an attribute of the device tells it.
///
/// An attribute such as a date of installation, or an age in years, may be the part's as well as
/// the device's; the failures decide. It is used only where the resulting lives are clearly
/// likelier, under one Weibull distribution with the lives of known start, than if the first lives
/// failed at a rate of their own whatever the attribute says.
struct FirstAges {
    /// The ages of devices by one attribute in one unit, as of the beginning of the record.
    struct Reading {
        let attribute: String
        /// Ages by device, in the axis' unit.
        let ages: [Int: Double]
        /// Whether the values are dates; a plain number may be anything.
        let isDate: Bool
    }

    let readings: [Reading]
    /// When the record begins, to which the ages refer.
    let opening: Double

    /// How much likelier the lives must be, multiplied by the number of readings tried.
    private static let odds = 20.0
    /// The 99th percentile of χ² with two degrees of freedom: how far the distributions of first
    /// and later lives may differ.
    private static let difference = 9.21
    /// Failures of known age needed before a plain number is taken for an age.
    private static let fewest = 5

    /// The reading that the failures support most; nil where they support none.
    ///
    /// - Complexity: O(readings · lives).
    func choice(for lives: [PartLife]) -> Reading? {
        let known = lives.compactMap { $0.lifetime() }
        let threshold =
            log(Self.odds * Double(max(readings.count, 1)))
        return readings.compactMap { reading in
            evidence(reading, lives, known).map { (reading, $0) }
        }.filter { $0.1 > threshold }.max { $0.1 < $1.1 }?.0
    }

    /// The gain in log likelihood, less what more parameters gain by themselves; nil where first
    /// and later lives cannot come from one distribution.
    private func evidence(
        _ reading: Reading, _ lives: [PartLife], _ known: [Lifetime]
    ) -> Double? {
        let told = lives.filter { $0.start == nil && reading.ages[$0.device] != nil }
        let first = told.compactMap { life in
            reading.ages[life.device].flatMap { age in
                Lifetime(
                    entry: age + life.from - opening, exit: age + life.to - opening,
                    isFailure: life.end == .failure)
            }
        }
        guard let together = WeibullFit(first + known) else { return nil }
        let apart = WeibullFit(known)
        let failures = known.count { $0.isFailure }
        if let apart, let own = WeibullFit(first),
            2 * (apart.logLikelihood + own.logLikelihood - together.logLikelihood)
                > Self.difference
        {
            return nil
        }
        guard reading.isDate || failures >= Self.fewest else { return nil }
        let ageless = first.compactMap {
            Lifetime(exit: $0.exit - $0.entry, isFailure: $0.isFailure)
        }
        guard let flat = WeibullFit(apart == nil ? ageless + known : ageless, shape: 1)
        else { return nil }
        let parameters = apart == nil ? 1.0 : 3.0
        return together.logLikelihood - 2 - (flat.logLikelihood + (apart?.logLikelihood ?? 0))
            + parameters
    }
}
