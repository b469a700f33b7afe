private import Foundation

/// Wall-clock arithmetic of one time zone, without formatting.
///
/// The offsets from UTC are looked up once, for the years 1900 to 2100, so that every question is a
/// binary search. Times outside that range, infinite ones included, take the offset of its nearer
/// end; so do times before 1900, when zones used local mean time. NaN takes the first offset.
public struct Zone: Sendable, Hashable {
    /// The IANA name, or a fixed offset such as `GMT-0500`.
    public let identifier: String
    /// Moments at which the offset changes, in epoch seconds, ascending.
    public let changes: [Int]
    /// Offsets from UTC in seconds, one more than `changes`: `offsets[0]` applies before the first
    /// change, `offsets[i + 1]` from the `i`-th on.
    public let offsets: [Int]

    /// UTC, with offset 0 at all times.
    public static let utc = Zone(identifier: "UTC", changes: [], offsets: [0])

    private init(identifier: String, changes: [Int], offsets: [Int]) {
        self.identifier = identifier
        self.changes = changes
        self.offsets = offsets
    }

    /// Looks up a zone by its IANA name; `nil` where this system does not know it.
    ///
    /// Takes a few milliseconds, except for UTC: keep the value.
    public init?(named identifier: String) {
        if identifier == "UTC" {
            self = .utc
            return
        }
        guard let zone = TimeZone(identifier: identifier) else { return nil }
        let offset = { (time: Int) in
            zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(time)))
        }
        var changes: [Int] = []
        var offsets = [offset(Self.firstTime)]
        // No zone has two changes within a fortnight that cancel each other.
        for time in stride(from: Self.firstTime, to: Self.lastTime, by: Self.probeStep) {
            while let change = Self.change(
                after: max(time, changes.last ?? time), before: time + Self.probeStep, offset)
            {
                changes.append(change)
                offsets.append(offset(change))
            }
        }
        self.init(identifier: identifier, changes: changes, offsets: offsets)
    }

    private static let firstTime = -2_208_988_800
    private static let lastTime = 4_133_980_800
    private static let probeStep = 14 * 86_400

    /// The first second of the new offset; nil where the offsets at both ends are equal. Binary
    /// search.
    private static func change(after from: Int, before to: Int, _ offset: (Int) -> Int) -> Int? {
        guard from < to, offset(from) != offset(to) else { return nil }
        let old = offset(from)
        var (low, high) = (from, to)
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if offset(middle) == old { low = middle } else { high = middle }
        }
        return high
    }

    /// Offset from UTC in seconds, to add for the wall time. O(log changes).
    public func offset(at time: Double) -> Int {
        guard !changes.isEmpty else { return offsets[0] }
        let seconds = Int(exactly: time.rounded(.down)) ?? (time > 0 ? .max : .min)
        return offsets[changes.indices.partitionPoint { changes[$0] <= seconds }]
    }

    /// The longest of 3,600, 1,800, 900, 60 and 1 seconds that divides every change of the offset
    /// within ten years around a time; `nil` without changes there.
    package func evenStretch(around time: Double) -> Double? {
        let decade = 10 * 365.25 * 86_400
        let near = changes.indices.filter { abs(Double(changes[$0]) - time) < decade }
        guard !near.isEmpty else { return nil }
        let isWhole = { (seconds: Int) in
            near.allSatisfy { (self.offsets[$0 + 1] - self.offsets[$0]) % seconds == 0 }
        }
        return [3_600, 1_800, 900, 60].first(where: isWhole).map(Double.init) ?? 1
    }

    /// The wall time as seconds since 1970-01-01 00:00 on the wall.
    public func wall(_ time: Double) -> Double { time + Double(offset(at: time)) }

    /// What a wall time stands for.
    public enum Moment: Sendable, Hashable {
        /// One moment, in epoch seconds.
        case single(Double)
        /// Two moments, as the clock was set back.
        case repeated(first: Double, second: Double)
        /// None, as the clock was set forward past it at this moment.
        case skipped(change: Double)
    }

    /// The moment of a wall time given as seconds since 1970-01-01 00:00 on the wall.
    public func moment(ofWall wall: Double) -> Moment {
        let before = wall - Double(offset(at: wall - 86_400))
        let after = wall - Double(offset(at: wall + 86_400))
        let isBefore = self.wall(before) == wall
        let isAfter = self.wall(after) == wall
        switch (isBefore, isAfter) {
        case (true, true) where before != after:
            return .repeated(first: min(before, after), second: max(before, after))
        case (true, _): return .single(before)
        case (false, true): return .single(after)
        case (false, false):
            let change = changes.first { Double($0) > min(before, after) - 1 }
            return .skipped(change: change.map(Double.init) ?? before)
        }
    }

    /// The first moment with this wall time or, where the clock skips it, the moment of the change.
    public func time(ofWall wall: Double) -> Double {
        switch moment(ofWall: wall) {
        case .single(let time): time
        case .repeated(let first, _): first
        case .skipped(let change): change
        }
    }
}
