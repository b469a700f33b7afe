import Values

/// The events of all devices while a data set is read, by code, and rows by severity.
struct EventStore: Sendable {
    /// What events are counted under.
    struct Code: Sendable, Hashable {
        var kind: EventKind
        var name: String
    }

    private(set) var tracks: [EventTrack] = []
    private(set) var codes = NameTable<Code>()
    /// Events by code.
    private(set) var counts: [Int] = []
    private(set) var severities = NameTable<String>()
    private(set) var severityCounts: [Int] = []
    /// Events counted under `(other)`.
    private(set) var eventsBeyondLimit = 0
    /// The grid of events that lost their exact times; `nil` while times are exact.
    private(set) var grid: BucketGrid?

    private let codeLimit: Int
    private let exactLimit: Int
    private var stored = 0
    private static let otherName = "(other)"

    init(codeLimit: Int, exactLimit: Int) {
        self.codeLimit = min(max(codeLimit, 1), 60_000)
        self.exactLimit = max(exactLimit, 1)
    }

    /// Bytes of the events.
    /// - Complexity: O(1).
    var byteCount: Int { stored * (grid == nil ? 10 : 14) }

    /// The number of a code, new ones included; beyond the limit that of `(other)` of its kind.
    mutating func insert(_ code: Code) -> UInt16 {
        if let number = codes.number(of: code) { return UInt16(clamping: number) }
        let kept = codes.count < codeLimit ? code : Code(kind: code.kind, name: Self.otherName)
        let number = codes.insert(kept)
        while counts.count <= number { counts.append(0) }
        return UInt16(clamping: number)
    }

    /// Counts rows by severity; empty words are left out.
    mutating func countSeverities(_ names: [String], _ rows: [Int]) {
        for (word, count) in zip(names, rows) where !word.isEmpty && count > 0 {
            let number = severities.insert(word)
            while severityCounts.count <= number { severityCounts.append(0) }
            severityCounts[number] += count
        }
    }

    /// Takes rows out that were counted by severity.
    mutating func forget(severities counts: [String: Int]) {
        for (word, count) in counts {
            guard let number = severities.number(of: word) else { continue }
            severityCounts[number] -= count
        }
    }

    /// Rows by severity beyond those that were counted earlier.
    func severities(since earlier: [Int]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for (number, count) in severityCounts.enumerated() {
            let more = count - (number < earlier.count ? earlier[number] : 0)
            if more > 0 { counts[severities.names[number]] = more }
        }
        return counts
    }

    /// Takes out the events from a time on; all must be sorted.
    mutating func cut(from time: Double) {
        for device in tracks.indices {
            for (code, count) in tracks[device].cut(from: time) {
                counts[Int(code)] -= count
                if Int(code) >= codeLimit { eventsBeyondLimit -= count }
            }
        }
        stored = tracks.reduce(0) { $0 + $1.count }
    }

    mutating func reserve(devices: Int) {
        while tracks.count < devices { tracks.append(EventTrack()) }
    }

    /// Adds `count` events of one time.
    mutating func append(_ time: Double, code: UInt16, device: Int, count: Int = 1) {
        tracks[device].append(time, code: code, count: count)
        counts[Int(code)] += count
        stored += 1
        if Int(code) >= codeLimit { eventsBeyondLimit += count }
    }

    /// Sorts all events by time and, beyond the limit of exact ones, puts them into buckets, at
    /// first as wide as the cells'.
    mutating func settle(cells: BucketGrid, isCalendar: Bool) {
        for device in tracks.indices { tracks[device].settle() }
        if let grid, stored <= exactLimit { return bucket(grid) }
        guard stored > exactLimit else { return }
        var target = grid ?? cells
        for _ in 0..<64 {
            bucket(target)
            if stored <= exactLimit / 4 * 3 { return }
            target.width = BucketWidth.next(after: target.width, isCalendar: isCalendar)
        }
    }

    private mutating func bucket(_ grid: BucketGrid) {
        for device in tracks.indices { tracks[device].bucket(grid) }
        self.grid = grid
        stored = tracks.reduce(0) { $0 + $1.count }
    }
}
