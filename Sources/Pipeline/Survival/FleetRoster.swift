import Analysis
import Foundation
import Telemetry
import Values

/// Whether a set names all devices of a fleet, or only those that failed.
///
/// Where failures are all that is known of any device, one that never failed is in no file. The
/// size of the fleet is then unknown, and the number of its failures cannot be predicted.
struct FleetRoster {
    /// Whether devices without a failure are missing from the files.
    let namesOnlyFailed: Bool

    /// A fleet without a single device free of failures is taken as incomplete below this
    /// probability.
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
        // If failures are independent, a share of e^(−mean) of the devices has none.
        let none = exp(-Double(total) / Double(devices.count))
        let expected = Binomial(trials: devices.count, probability: none)
        namesOnlyFailed =
            expected.map { $0.cumulative(failures.count { $0 == 0 }) < Self.chance } ?? false
    }
}
