import Telemetry
import Values

/// The slots of a set without most of the time in which no device sent anything, so that a file
/// from months before does not make the recording a small part of what is looked at.
///
/// Whole weeks are left out, which keeps hours and weekdays as they are; at least a week of each
/// such time stays, as the devices may have changed meanwhile.
struct RecordedSlots: Sendable {
    /// Slots that are left out, counted from the first of the set; ascending, apart.
    private let omitted: [Range<Int>]
    /// How many are left.
    let count: Int

    /// A gap of fewer slots is left as it is, whatever their length; so is one of two weeks.
    private static let shortGap = 50.0

    /// - Parameters:
    ///   - slots: The slots that the set is about.
    ///   - step: The length of a slot in seconds.
    /// - Complexity: O(rows + slots).
    init(_ devices: [DeviceReadings], in slots: Range<Int>, step: Double) {
        let week = 7 * Scope.day / step
        let least = max(2 * week, Self.shortGap)
        omitted = Self.gaps(devices, in: slots, longerThan: Int(clamping: least)).map { gap in
            let weeks = ((Double(gap.count) - least / 2) / week).rounded(.down)
            return gap.prefix(Int(clamping: (max(0, weeks) * week).rounded()))
        }
        count = slots.count - omitted.reduce(0) { $0 + $1.count }
    }

    /// Every slot.
    init(all slots: Range<Int>) { (omitted, count) = ([], slots.count) }

    /// Where a slot of the set has its place; the end of what is left before it where it is left
    /// out.
    ///
    /// - Complexity: O(gaps).
    func place(of slot: Int) -> Int {
        slot
            - omitted.reduce(0) { $0 + max(0, min(slot, $1.upperBound) - $1.lowerBound) }
    }

    /// The slot of the set that has a place.
    ///
    /// - Complexity: O(gaps).
    func slot(at place: Int) -> Int {
        omitted.reduce(place) { $0 >= $1.lowerBound ? $0 + $1.count : $0 }
    }

    /// The places of a device's rows.
    ///
    /// - Parameters:
    ///   - slots: Slots with rows, ascending.
    ///   - first: The first slot of the set.
    /// - Complexity: O(rows + gaps).
    func places(of slots: ArraySlice<Int32>, from first: Int32) -> [Int32] {
        var (gap, shift) = (0, first)
        return slots.map { slot in
            while gap < omitted.count, slot - first >= omitted[gap].upperBound {
                shift += Int32(clamping: omitted[gap].count)
                gap += 1
            }
            return slot - shift
        }
    }

    /// Stretches of slots, counted from the first of the set, in which no device has a row.
    private static func gaps(
        _ devices: [DeviceReadings], in slots: Range<Int>, longerThan least: Int
    ) -> [Range<Int>] {
        guard slots.count > least else { return [] }
        var isRead = [Bool](repeating: false, count: slots.count)
        for device in devices {
            for slot in device.slots where slots.contains(Int(slot)) {
                isRead[Int(slot) - slots.lowerBound] = true
            }
        }
        var gaps: [Range<Int>] = []
        var last = -1
        for slot in isRead.indices where isRead[slot] {
            if last >= 0, slot - last - 1 > least { gaps.append(last + 1..<slot) }
            last = slot
        }
        return gaps
    }
}
