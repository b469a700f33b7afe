import Values

/// The course of the day (or the week) of a device without peers: per time of day, the median of
/// the readings less their running mean over a cycle.
enum OwnCycle {
    /// One value per slot; zeros where the record has no days.
    ///
    /// - Complexity: O(slots).
    static func course(_ row: [Double], group: FleetGroup) -> [Double] {
        guard let day = group.day else { return [Double](repeating: 0, count: row.count) }
        let cycle = group.hasWeeks ? 7 * day : day
        let level = row.runningMean(cycle)
        let bins = min(cycle, group.hasWeeks ? 7 * 96 : 96)
        var members = [[Double]](repeating: [], count: bins)
        for slot in row.indices where !row[slot].isNaN {
            members[group.phase(slot, of: cycle) * bins / cycle].append(row[slot] - level[slot])
        }
        var shape = members.map { values -> Double in
            var values = values
            return values.isEmpty ? 0 : OrderStatistics.quantile(&values, 0.5)
        }
        if bins >= 48 {
            shape = shape.indices.map { bin in
                (shape[(bin + bins - 1) % bins] + shape[bin] + shape[(bin + 1) % bins]) / 3
            }
        }
        return row.indices.map { slot in
            let place =
                (Double(group.phase(slot, of: cycle)) + 0.5) * Double(bins) / Double(cycle) - 0.5
            let lower = Int(clamping: place.rounded(.down))
            let part = place - Double(lower)
            return shape[(lower + bins) % bins] * (1 - part) + shape[(lower + 1) % bins] * part
        }
    }

    /// Sine and cosine of the time of year, by slot; none for records too short for seasons.
    static func seasons(_ group: FleetGroup) -> [[Double]] {
        guard group.hasSeasons else { return [] }
        let angles = (0..<group.slotCount).map { slot in
            2 * Double.pi * (group.start + group.step * Double(slot)) / (365.25 * 86_400)
        }
        return [
            angles.map { ElementaryFunctions.sine($0) },
            angles.map { ElementaryFunctions.cosine($0) },
        ]
    }
}
