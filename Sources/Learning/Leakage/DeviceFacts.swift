import Analysis
import Foundation
import Reports

/// Values written once per device, such as in a list of devices: whether they were filled in when
/// the device's end was known.
struct DeviceFacts {
    /// How a device fared.
    struct Fate {
        let failures: Int
        /// Length and end of its first life that ended; empty where none did.
        let ends: [Double]
    }

    /// Devices needed on each side, and the chance below which the sides differ by more than
    /// chance.
    private static let (leastDevices, chance) = (5, 1e-4)
    /// Devices whose lives are needed for comparison with a number.
    private static let leastLives = 8
    /// The share of variance that a number must have in common with what came later.
    private static let common = 0.999

    let fates: [Fate]

    /// What gives a column away; nil for one that was known from the beginning.
    ///
    /// - Parameter values: As written, one per device; empty where nothing is written.
    /// - Complexity: O(devices).
    func evidence(_ values: [String]) -> BackTest.Evidence? {
        let failed = fates.indices.filter { fates[$0].failures > 0 }
        let others = fates.indices.filter { fates[$0].failures == 0 }
        if failed.count >= Self.leastDevices, others.count >= Self.leastDevices,
            Self.chance(failed.count, of: fates.count) < Self.chance,
            isApart(Set(failed.map { values[$0] }), Set(others.map { values[$0] }))
        {
            return .outcome(failed: failed.count, others: others.count)
        }
        let numbers = values.map { Double($0) ?? .nan }
        if isFunction(numbers, fates.map { Double($0.failures) }, distinct: 3) {
            return .failureCount
        }
        let most = fates.map(\.ends.count).max() ?? 0
        let isLife = (0..<most).contains { place in
            isFunction(
                numbers, fates.map { $0.ends.indices.contains(place) ? $0.ends[place] : .nan },
                distinct: 5)
        }
        return isLife ? .lifeLength : nil
    }

    /// Whether one side has no or always the same value, which the other side never has.
    private func isApart(_ failed: Set<String>, _ others: Set<String>) -> Bool {
        failed.isDisjoint(with: others) && (failed.count == 1 || others.count == 1)
    }

    /// The chance that a random mark falls on just these devices: one over the number of choices.
    private static func chance(_ some: Int, of all: Int) -> Double {
        let logChoices =
            lgamma(Double(all + 1)) - lgamma(Double(some + 1)) - lgamma(Double(all - some + 1))
        return exp(-logChoices)
    }

    /// Whether a number is a linear function of what came later.
    private func isFunction(_ numbers: [Double], _ truth: [Double], distinct: Int) -> Bool {
        let known = numbers.indices.filter { numbers[$0].isFinite && truth[$0].isFinite }
        guard known.count >= Self.leastLives, Set(known.map { truth[$0] }).count >= distinct else {
            return false
        }
        let correlation = Statistics.pearson(
            known.map { numbers[$0] }, known.map { truth[$0] })
        return correlation * correlation >= Self.common
    }
}
