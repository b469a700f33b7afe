import Values

/// Stretches in which most devices in service sent nothing: the collection failed, not a device.
struct Outages: Sendable {
    /// In slots, ascending and disjoint.
    let stretches: [Range<Int>]

    /// With fewer devices in service, nothing can be said about the collection.
    private static let fewestDevices = 3
    /// Shorter stretches are jitter of the rows.
    private static let fewestSlots = 3

    /// - Complexity: O(gaps · log gaps).
    init(_ devices: [Attendance]) {
        // By slot: changes of the numbers of devices in service and of those in a gap.
        var changes: [Int: (alive: Int, absent: Int)] = [:]
        for device in devices {
            changes[device.life.lowerBound, default: (0, 0)].alive += 1
            changes[device.life.upperBound + 1, default: (0, 0)].alive -= 1
            for gap in device.gaps {
                changes[gap.from, default: (0, 0)].absent += 1
                changes[gap.to, default: (0, 0)].absent -= 1
            }
        }
        var (alive, absent, start): (Int, Int, Int?) = (0, 0, nil)
        var found: [Range<Int>] = []
        for (slot, change) in changes.sorted(by: { $0.key < $1.key }) {
            alive += change.alive
            absent += change.absent
            let isOut = alive >= Self.fewestDevices && 2 * absent > alive
            if isOut, start == nil { start = slot }
            if !isOut, let from = start {
                if slot - from >= Self.fewestSlots { found.append(from..<slot) }
                start = nil
            }
        }
        stretches = found
    }

    /// Number of slots of a range within outages.
    func overlap(_ range: Range<Int>) -> Int {
        stretches.reduce(0) { $0 + $1.clamped(to: range).count }
    }

    /// Whether more than half of a gap is an outage.
    func explains(_ gap: Attendance.Gap) -> Bool {
        2 * overlap(gap.from..<gap.to) > gap.to - gap.from
    }
}
