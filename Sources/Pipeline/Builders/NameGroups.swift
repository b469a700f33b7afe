import Analysis
import Reports
import Telemetry

/// Devices grouped by the first part of their names, such as the rack in `R30-M0-N9`.
struct NameGroups {
    /// The group with most events first.
    let groups: [NameGroup]
    /// Events of all groups.
    let total: Int

    /// `nil` where names have no such part, or no group has far more than an even share: twice as
    /// much, and significantly so (exact test, corrected for the number of groups).
    init?(_ counts: [Int], names: [String]) {
        var members: [Substring: (devices: Int, events: Int)] = [:]
        for (name, count) in zip(names, counts) {
            guard let first = Self.firstPart(name) else { continue }
            members[first, default: (0, 0)].devices += 1
            members[first, default: (0, 0)].events += count
        }
        let named = members.values.reduce(0) { $0 + $1.devices }
        // A part that is nearly different for every device does not group them.
        guard names.count >= 20, members.count >= 3, 3 * members.count <= named,
            10 * named >= 9 * names.count
        else { return nil }
        groups = members.map { NameGroup(name: String($0), devices: $1.devices, events: $1.events) }
            .sorted { ($1.events, $0.name) < ($0.events, $1.name) }
        total = groups.reduce(0) { $0 + $1.events }
        let others = total - groups[0].events
        guard groups[0].events * members.count >= 2 * total,
            let test = RateComparison(
                first: (events: groups[0].events, exposure: 1),
                second: (events: others, exposure: Double(members.count - 1))),
            test.pValue * Double(members.count) < 0.001
        else { return nil }
    }

    /// The name up to its first separator; nil where it has none.
    private static func firstPart(_ name: String) -> Substring? {
        guard let end = name.firstIndex(where: { "-_:/. ".contains($0) }), end > name.startIndex
        else { return nil }
        return name[..<end]
    }
}
