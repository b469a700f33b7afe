import Telemetry
import Values

/// Reads attributes of devices as ages: from dates, or from numbers in several units.
enum AttributeAges {
    /// Units that an age may be given in, in seconds.
    private static let units: [Double] = [
        3_600, Scope.day, 30.4375 * Scope.day, 365.25 * Scope.day,
    ]
    /// The share of the devices with the attribute whose values must be readable.
    private static let share = 0.9
    /// With fewer distinct values it names a group.
    private static let fewestValues = 3

    /// All ages that attributes may give devices at a time, in seconds; numbers once per unit.
    ///
    /// - Complexity: O(attributes · devices).
    static func readings(_ scope: Scope, devices: [Int], at time: Double) -> [FirstAges.Reading] {
        scope.catalog.attributes.enumerated().flatMap { index, name -> [FirstAges.Reading] in
            let values = devices.map { ($0, scope.catalog.devices[$0].attributes[index]) }
                .filter { !$0.1.isEmpty }
            let dates = read(values) { CivilTime.parse($0).map { $0.time.secondsSince1970 } }
            if let dates {
                return [reading(name, dates.mapValues { time - $0 }, isDate: true)]
            }
            guard let numbers = read(values, { Double($0.replacing(",", with: ".")) }) else {
                return []
            }
            return units.map { unit in reading(name, numbers.mapValues { $0 * unit }, isDate: false)
            }
        }
    }

    /// Negative ages, of devices that did not exist yet, are dropped.
    private static func reading(
        _ name: String, _ ages: [Int: Double], isDate: Bool
    ) -> FirstAges.Reading {
        FirstAges.Reading(
            attribute: name, ages: ages.filter { $0.value >= 0 && $0.value.isFinite },
            isDate: isDate)
    }

    /// The values by device; nil where too many cannot be read, or too few are distinct.
    private static func read(
        _ values: [(Int, String)], _ parse: (String) -> Double?
    ) -> [Int: Double]? {
        let parsed = values.compactMap { device, text in parse(text).map { (device, $0) } }
        guard Double(parsed.count) >= share * Double(values.count),
            Set(parsed.map(\.1)).count >= fewestValues
        else { return nil }
        return Dictionary(parsed) { first, _ in first }
    }
}
