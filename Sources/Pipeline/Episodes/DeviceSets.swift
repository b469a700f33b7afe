import Telemetry

/// The sets of devices that may share a cause: those with one value of an attribute.
struct DeviceSets: Sendable {
    /// Devices with what they have in common.
    struct Members: Sendable {
        /// `nil` for the whole fleet and for single devices.
        var group: (attribute: Int, value: String)?
        /// Catalog indices, ascending.
        var devices: [Int]
    }

    /// Values that several devices share.
    let groups: [Members]
    let catalog: Catalog

    /// Attributes with more values name devices rather than kinds of device.
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

    /// The group that nearly consists of these devices: they make up at least 60 % of its members,
    /// and at least 80 % of them belong to it; nil where there is none.
    func group(of devices: Set<Int>) -> Members? {
        guard devices.count > 1 else { return nil }
        let shared = groups.map { ($0, $0.devices.count { devices.contains($0) }) }
        return shared.filter { members, common in
            10 * common >= 6 * members.devices.count && 10 * common >= 8 * devices.count
        }.max { $0.1 * $1.0.devices.count < $1.1 * $0.0.devices.count }?.0
    }
}
