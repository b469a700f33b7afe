/// The events of one device.
struct EventTrack: Sendable {
    /// Rising once settled; exact times or left edges of buckets.
    private(set) var times: [Double] = []
    /// The number of each event's code in the `EventStore`.
    private(set) var codes: [UInt16] = []
    /// How many events each entry stands for; empty where that is 1 for all.
    private(set) var counts: [UInt32] = []
    private var isRising = true

    var count: Int { times.count }

    /// How many events an entry stands for.
    func count(_ entry: Int) -> Int { counts.isEmpty ? 1 : Int(counts[entry]) }

    mutating func append(_ time: Double, code: UInt16, count: Int = 1) {
        if let last = times.last, time < last { isRising = false }
        if count != 1, counts.isEmpty { counts = Array(repeating: 1, count: times.count) }
        times.append(time)
        codes.append(code)
        if count != 1 || !counts.isEmpty { counts.append(UInt32(clamping: count)) }
    }

    /// Takes out the events from a time on; they must be sorted. Gives back how many of each code.
    mutating func cut(from time: Double) -> [UInt16: Int] {
        let first = firstEntry(from: time)
        var removed: [UInt16: Int] = [:]
        for entry in first..<times.count { removed[codes[entry], default: 0] += count(entry) }
        times.removeSubrange(first...)
        codes.removeSubrange(first...)
        if !counts.isEmpty { counts.removeSubrange(first...) }
        return removed
    }

    /// Sorts the events by time; simultaneous ones keep their order.
    mutating func settle() {
        guard !isRising else { return }
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        times = order.map { times[$0] }
        codes = order.map { codes[$0] }
        if !counts.isEmpty { counts = order.map { counts[$0] } }
        isRising = true
    }

    /// Moves every event to the left edge of its bucket and counts those of one code together.
    mutating func bucket(_ grid: BucketGrid) {
        settle()
        var merged = EventTrack()
        var placeOfCode: [UInt16: Int] = [:]
        for entry in times.indices {
            let time = grid.edge(grid.clampedBucket(of: times[entry]))
            if merged.times.last != time { placeOfCode.removeAll(keepingCapacity: true) }
            if let place = placeOfCode[codes[entry]] {
                merged.counts[place] &+= UInt32(clamping: count(entry))
            } else {
                placeOfCode[codes[entry]] = merged.times.count
                merged.times.append(time)
                merged.codes.append(codes[entry])
                merged.counts.append(UInt32(clamping: count(entry)))
            }
        }
        self = merged
    }

    /// The entries from one time up to, but not including, another.
    /// - Complexity: O(log n).
    func entries(from: Double, to: Double) -> Range<Int> {
        let first = firstEntry(from: from)
        return first..<max(first, firstEntry(from: to))
    }

    private func firstEntry(from time: Double) -> Int {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
