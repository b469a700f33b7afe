import Values

/// Merges failures that are reported again and again though they are one.
enum FailureBursts {
    /// If parts do not age, 1 % of failures follow the previous one within this share of the mean
    /// time between failures.
    static let share = 0.01

    /// The failures of each device without those that follow another within 1 % of the mean time
    /// between failures, which itself counts the merged failures.
    ///
    /// - Parameters:
    ///   - times: By device, ascending.
    ///   - exposure: How long all devices together were watched.
    /// - Complexity: O(events) per round; few rounds are needed.
    static func merged(_ times: [[Double]], exposure: Double) -> [[Double]] {
        var merged = times.map { apart($0, 0) }
        while true {
            let count = merged.reduce(0) { $0 + $1.count }
            guard count > 0, exposure > 0 else { return merged }
            let gap = share * exposure / Double(count)
            let next = times.map { apart($0, gap) }
            // A longer gap merges more and thereby becomes longer still: the count only falls,
            // which ends the loop.
            if next.reduce(0, { $0 + $1.count }) >= count { return next }
            merged = next
        }
    }

    /// The times that follow the previous time by more than a gap.
    private static func apart(_ times: [Double], _ gap: Double) -> [Double] {
        var last = -Double.infinity
        return times.filter { time in
            defer { last = time }
            return time - last > gap
        }
    }
}
