/// A value that stays exactly the same far longer than it does in the peers and at other times.
struct StandingValues: Sendable {
    /// The longest runs of two or more equal values of a series, the longest first; gaps do not end
    /// a run.
    ///
    /// - Complexity: O(slots).
    static func longest(_ row: [Double], most: Int = 12) -> [(count: Int, slots: Range<Int>)] {
        var runs: [(count: Int, slots: Range<Int>)] = []
        var begin = 0
        var end = 0
        var count = 0
        var value = Double.nan
        for slot in row.indices where !row[slot].isNaN {
            if row[slot] == value {
                count += 1
            } else {
                if count > 1 { runs.append((count, begin..<(end + 1))) }
                (begin, count, value) = (slot, 1, row[slot])
            }
            end = slot
        }
        if count > 1 { runs.append((count, begin..<(end + 1))) }
        return Array(
            runs.sorted { ($0.count, $1.slots.lowerBound) > ($1.count, $0.slots.lowerBound) }
                .prefix(most))
    }

    /// The longest run of equal values of one device, by its index in the group.
    struct Longest: Sendable {
        var device: Int
        var count: Int
    }

    /// Those of the sampled devices; may be empty.
    let peers: [Longest]
    let slotCount: Int

    /// The stretch in which the value stands still; `nil` where runs as long are usual.
    func stretch(_ row: [Double], device: Int) -> Range<Int>? {
        let runs = Self.longest(row)
        guard let longest = runs.first else { return nil }
        let others = peers.filter { $0.device != device }.map(\.count).sorted(by: >)
        var usual =
            others.count >= 4 ? others[min(others.count - 1, max(1, others.count / 20))] : 0
        let next = runs.dropFirst()
        let shorter = next.first { 2 * $0.count < longest.count } ?? next.first
        usual = max(usual, shorter?.count ?? 1)
        let needed = max(8, 2.2 * Double(usual) + 4)
        guard Double(longest.count) >= needed, 250 * longest.count >= slotCount else { return nil }
        return longest.slots
    }
}

/// A signal without values while its device goes on sending.
enum DeadSensor {
    /// The longest stretch of rows without a value, where it is far longer than all others; nil
    /// else.
    static func stretch(_ row: [Double], isPresent: [Bool]) -> Range<Int>? {
        var runs: [(count: Int, slots: Range<Int>)] = []
        var open: (count: Int, from: Int, to: Int)?
        var rows = 0
        for slot in row.indices where isPresent[slot] {
            rows += 1
            if row[slot].isNaN {
                open = (1 + (open?.count ?? 0), open?.from ?? slot, slot)
            } else if let run = open {
                runs.append((run.count, run.from..<(run.to + 1)))
                open = nil
            }
        }
        if let run = open { runs.append((run.count, run.from..<(run.to + 1))) }
        runs.sort { $0.count > $1.count }
        guard let longest = runs.first, rows >= 10 else { return nil }
        let second = runs.dropFirst().first?.count ?? 0
        let needed = max(6, row.count / 200)
        guard longest.count >= needed, longest.count >= 4 * min(second, longest.count / 5),
            100 * longest.count < 98 * rows
        else { return nil }
        return longest.slots
    }
}
