import Values

/// Failures that are told of again and again while it is the same one.
enum FailureBursts {
    /// Of parts that do not age one failure in a hundred follows the last within this share of the
    /// mean time between failures.
    static let share = 0.01

    /// The failures of each device without those that follow another one within a hundredth of the
    /// mean time between failures, which itself is taken without them.
    ///
    /// - Parameters:
    ///   - times: By device, rising.
    ///   - exposure: How long all devices together were watched.
    /// - Complexity: O(events) for each of a few rounds.
    static func merged(_ times: [[Double]], exposure: Double) -> [[Double]] {
        var merged = times.map { apart($0, 0) }
        while true {
            let count = merged.reduce(0) { $0 + $1.count }
            guard count > 0, exposure > 0 else { return merged }
            let gap = share * exposure / Double(count)
            let next = times.map { apart($0, gap) }
            // A longer gap merges more and makes the gap longer still: the count only falls.
            if next.reduce(0, { $0 + $1.count }) >= count { return next }
            merged = next
        }
    }

    /// The first of each run of times that follow each other within a gap.
    private static func apart(_ times: [Double], _ gap: Double) -> [Double] {
        var last = -Double.infinity
        return times.filter { time in
            defer { last = time }
            return time - last > gap
        }
    }
}
