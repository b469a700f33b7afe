import Values

extension FileReport {
    /// Adds the report on the rows that were appended to a file; at most 1,000 issues are listed.
    mutating func add(_ more: FileReport) {
        bytes = more.bytes
        contentHash = more.contentHash
        resume = more.resume
        rowsRead += more.rowsRead
        rowsKept += more.rowsKept
        cellsRefused += more.cellsRefused
        issues = Array((issues + more.issues).prefix(1_000))
        issueCount += more.issueCount
        duplicateRows += more.duplicateRows
        outOfOrderRows += more.outOfOrderRows
        counterResets += more.counterResets
        if let (old, new) = timeRange.flatMap({ old in more.timeRange.map { (old, $0) } }) {
            timeRange = old.union(new)
        } else {
            timeRange = timeRange ?? more.timeRange
        }
        for (place, signal) in more.signals.enumerated() where place < signals.count {
            signals[place].add(signal)
        }
    }
}

extension SignalQuality {
    fileprivate mutating func add(_ more: SignalQuality) {
        missing += more.missing
        refused += more.refused
        sentinels += more.sentinels
        guard more.count > 0 else { return }
        guard count > 0 else {
            (count, minimum, maximum) = (more.count, more.minimum, more.maximum)
            (mean, isConstant) = (more.mean, more.isConstant)
            return
        }
        let share = Double(more.count) / Double(count + more.count)
        count += more.count
        mean += (more.mean - mean) * share
        minimum = Swift.min(minimum, more.minimum)
        maximum = Swift.max(maximum, more.maximum)
        isConstant = minimum == maximum
    }
}
