import Values

/// Converts wall-clock times to epoch seconds, remembering where the zone's offset is constant.
struct WallClock {
    private let zone: Zone
    private var stretch: Range<Double> = 0..<0
    private var offset = 0.0

    init(_ zone: Zone) {
        self.zone = zone
    }

    /// Epoch seconds of a wall-clock time, and whether a change of clocks makes it doubtful: then
    /// it is the first of two moments, or that of the change where it is skipped.
    mutating func moment(_ wall: Double) -> (time: Double, isDoubtful: Bool) {
        if stretch.contains(wall) { return (wall - offset, false) }
        switch zone.moment(ofWall: wall) {
        case .single(let time):
            remember(time)
            return (time, false)
        case .repeated(let first, _): return (first, true)
        case .skipped(let change): return (change, true)
        }
    }

    private mutating func remember(_ time: Double) {
        let index = zone.changes.firstIndex { Double($0) > time } ?? zone.changes.count
        let current = zone.offsets[index]
        offset = Double(current)
        // Times near a change, on either side, are looked up one by one.
        let start =
            index == 0
            ? -Double.greatestFiniteMagnitude
            : Double(zone.changes[index - 1] + max(zone.offsets[index - 1], current))
        let end =
            index == zone.changes.count
            ? Double.greatestFiniteMagnitude
            : Double(zone.changes[index] + min(current, zone.offsets[index + 1]))
        stretch = Range(from: start, upTo: end) ?? 0..<0
    }
}
