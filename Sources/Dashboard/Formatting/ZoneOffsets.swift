/// A zone's offsets from UTC over a stretch of time, as a value.
package struct ZoneOffsets: Sendable, Hashable {
    /// From this time on the offset holds.
    package struct Transition: Sendable, Hashable {
        /// Seconds since 1970, UTC.
        package var at: Double
        /// Seconds east of UTC.
        package var offset: Int

        /// Makes a transition.
        package init(at: Double, offset: Int) {
            self.at = at
            self.offset = offset
        }
    }

    /// The offset before the first transition.
    package var first: Int
    /// In rising order of time.
    package var transitions: [Transition]

    /// Makes offsets; without arguments those of UTC.
    package init(first: Int = 0, transitions: [Transition] = []) {
        self.first = first
        self.transitions = transitions
    }

    /// No offset at any time; also for times without a zone, which are shown as written.
    package static let utc = ZoneOffsets()

    /// Seconds east of UTC at a time. Complexity: O(log transitions).
    package func offset(at time: Double) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].at <= time { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : transitions[low - 1].offset
    }

    /// The wall clock at a time.
    package func civil(_ time: Double) -> CivilTime {
        CivilTime(secondsSince1970: time + Double(offset(at: time)))
    }

    /// The time of a wall clock; of a wall time that occurs twice the earlier one, and of one that
    /// is skipped the time after the gap.
    package func time(of civil: CivilTime) -> Double {
        let wall = civil.secondsSince1970
        let before = wall - Double(offset(at: wall - 86_400))
        if before + Double(offset(at: before)) == wall { return before }
        let after = wall - Double(offset(at: wall + 86_400))
        return after + Double(offset(at: after)) == wall ? after : before
    }
}
