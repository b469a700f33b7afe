import Telemetry
import Values

/// The attributes of devices that may tell an age, read as dates or as numbers of a unit.
enum AttributeAges {
    /// Units that an age may be counted in, in seconds.
    private static let units: [Double] = [
        3_600, Scope.day, 30.4375 * Scope.day, 365.25 * Scope.day,
    ]
    /// Of the devices that have the attribute this share must read so.
    private static let share = 0.9
    /// With fewer different values it names a group.
    private static let fewestValues = 3

    /// What the attributes may say of the age of devices at a time.
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

    /// Ages before the beginning of a device's life say nothing.
    private static func reading(
        _ name: String, _ ages: [Int: Double], isDate: Bool
    ) -> FirstAges.Reading {
        FirstAges.Reading(
            attribute: name, ages: ages.filter { $0.value >= 0 && $0.value.isFinite },
            isDate: isDate)
    }

    /// The values by device; nil where too many cannot be read, or too few differ.
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
