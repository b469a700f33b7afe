import Values

/// What was read of a table before some time, so that only later rows need to be asked for again.
struct TableCheckpoint: Sendable {
    /// The left edge of a bucket.
    var time: Double
    /// The rows before it.
    var content: TableContent
    /// On these; `nil` without any.
    var report: FileReport?
    /// Rows from it on, by severity.
    var severities: [String: Int]
    /// Rows of the table when all were read.
    var rowsAtFirst: Int
}

extension RollupBuilder {
    /// The checkpoint with which all planned tables are read; `nil` for files, and without
    /// dates.
    func checkpoint(for tables: [PlannedFile]) -> Double? {
        guard kind.isCalendar else { return nil }
        let times = tables.compactMap { $0.rollupFile.hasTimes ? $0.facts?.times : nil }
        guard let from = times.map(\.lowerBound).min(), let to = times.map(\.upperBound).max()
        else { return nil }
        return ClosedRange(from: from, to: to).flatMap(checkpointTime)
    }

    /// A time some buckets before the last of some times, from which on rows may be asked for
    /// again: late rows belong there too. An edge of wider buckets where that costs little, as the
    /// memory budget may widen them yet; `nil` without a bucket before it.
    private func checkpointTime(of times: ClosedRange<Double>) -> Double? {
        let span = times.upperBound - times.lowerBound
        let grid = cells.grid
        let latest = times.upperBound - max(2 * grid.width, span / 32)
        var width = grid.width
        var chosen: Double?
        for _ in 0..<3 {
            let wide = BucketGrid(anchor: grid.anchor, width: width)
            let edge = wide.edge(wide.clampedBucket(of: latest))
            guard edge > times.lowerBound else { break }
            if chosen == nil || edge >= times.upperBound - span / 4 { chosen = edge }
            width = BucketWidth.next(after: width, isCalendar: kind.isCalendar)
        }
        return chosen
    }

    /// Takes out all rows from a time on, as if they had not been folded in, but for the names of
    /// their devices and codes; `severities` is how many of them each severity has. Gives back
    /// the devices that have lost rows; `nil`, and nothing is changed, where the time is not between
    /// buckets.
    /// - Complexity: O(cells + events).
    mutating func cut(from time: Double, severities: [[String: Int]]) -> [Int]? {
        settle()
        guard cells.grid.isEdge(time), events.grid?.isEdge(time) ?? true else { return nil }
        var changed: [Int] = []
        for (device, count) in cells.cut(from: cells.grid.firstBucket(from: time)).enumerated()
        where count > 0 {
            devices.forget(rows: count, of: device)
            rows -= count
            changed.append(device)
        }
        events.cut(from: time - BucketGrid.slack * cells.grid.width)
        for counts in severities { events.forget(severities: counts) }
        return changed
    }

    /// Whether devices that have lost rows have later ones again, and all codes events: else more
    /// has changed than that rows came.
    func isWhole(after changed: [Int]) -> Bool {
        changed.allSatisfy { !devices.lastTimes[$0].isNaN } && !events.counts.contains(0)
    }
}
