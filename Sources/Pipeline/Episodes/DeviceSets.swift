import Telemetry

/// The sets of devices that a cause may have in common: each attribute's values, and the fleet.
struct DeviceSets: Sendable {
    /// Devices of the catalog with what they have in common.
    struct Members: Sendable {
        /// `nil` for the whole fleet and for single devices.
        var group: (attribute: Int, value: String)?
        /// Rising.
        var devices: [Int]
    }

    /// Values that some, and not all, devices share.
    let groups: [Members]
    let catalog: Catalog

    /// Attributes with more values than this name devices rather than kinds of them.
    private static let mostValues = 60

    init(_ catalog: Catalog) {
        self.catalog = catalog
        groups = catalog.attributes.indices.flatMap { attribute -> [Members] in
            let byValue = Dictionary(grouping: catalog.devices.indices) {
                catalog.devices[$0].attributes.indices.contains(attribute)
                    ? catalog.devices[$0].attributes[attribute] : ""
            }
            guard byValue.count <= Self.mostValues, byValue.count > 1 else { return [] }
            return byValue.filter { !$0.key.isEmpty && $0.value.count > 1 }
                .sorted { $0.key < $1.key }
                .map { Members(group: (attribute, $0.key), devices: $0.value) }
        }
    }

    /// The group that devices are, where it has nearly no other members and they nearly no others.
    func group(of devices: Set<Int>) -> Members? {
        guard devices.count > 1 else { return nil }
        let shared = groups.map { ($0, $0.devices.count { devices.contains($0) }) }
        return shared.filter { members, common in
            10 * common >= 6 * members.devices.count && 10 * common >= 8 * devices.count
        }.max { $0.1 * $1.0.devices.count < $1.1 * $0.0.devices.count }?.0
    }
}
