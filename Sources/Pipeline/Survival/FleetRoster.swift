import Analysis
import Foundation
import Telemetry
import Values

/// Whether a set names the devices of a fleet, or only those that failed.
///
/// Where all that is known of any device is its failures, one that never failed is in no file. How many
/// there are is told by none: failures of the fleet cannot be foretold by counting those that are.
struct FleetRoster {
    /// Whether devices are missing that did not fail.
    let namesOnlyFailed: Bool

    /// So seldom no device of a whole fleet is without a failure by chance.
    private static let chance = 0.001

    /// - Complexity: O(devices).
    init(_ devices: [DeviceState], scope: Scope) {
        let failures = devices.map { state in
            state.features.codes.entries.reduce(0) { sum, entry in
                scope.codes[entry.code].kind == .failure ? sum + entry.count : sum
            }
        }
        let total = failures.reduce(0, +)
        let isListed =
            !scope.catalog.attributes.isEmpty
            || zip(devices, failures).contains { $0.features.rows > $1 }
        guard !isListed, total > 0, !devices.isEmpty else {
            namesOnlyFailed = false
            return
        }
        // Of independent failures e^(−mean) of the devices have none.
        let none = exp(-Double(total) / Double(devices.count))
        let expected = Binomial(trials: devices.count, probability: none)
        namesOnlyFailed =
            expected.map { $0.cumulative(failures.count { $0 == 0 }) < Self.chance } ?? false
    }
}
