import Values

/// Splits the record of a part into lives.
///
/// A failure ends a life, and so does a renewal. Where failures are usually followed by a repair,
/// the part stands still until then, and failures reported meanwhile are the same trouble;
/// elsewhere a failure starts the next life at once. Before the first of these events the age of
/// the part is unknown, unless the record tells it.
struct PartLifeReader {
    /// Whether failures of the code are usually followed by a repair.
    let awaitsRepair: Bool
    /// Later events are ignored.
    let end: Double

    private enum Event { case failure, renewal, repair }

    /// The lives of one part, in order of time. O(events · log events).
    func lives(of part: PartRecord) -> [PartLife] {
        let stop = min(end, part.watched.upperBound)
        let opening = part.watched.lowerBound
        var start = part.firstAge.map { opening - $0 }
        var from = opening
        var isDown = false
        var lives: [PartLife] = []
        func close(_ time: Double, _ end: PartLife.End) {
            guard time > from else { return }
            lives.append(
                PartLife(device: part.device, start: start, from: from, to: time, end: end))
        }
        for (time, event) in events(of: part) where time <= stop {
            switch event {
            case .failure where isDown || time < opening: continue
            case .repair where !isDown: continue
            case .failure:
                close(time, .failure)
                isDown = awaitsRepair
            case .renewal, .repair:
                if !isDown { close(time, .replacement) }
                isDown = false
            }
            (start, from) = (time, max(opening, time))
        }
        if !isDown { close(stop, .atWork) }
        return lives
    }

    /// Ascending in time; a failure precedes its repair at the same time.
    private func events(of part: PartRecord) -> [(Double, Event)] {
        let all =
            part.failures.map { ($0, Event.failure, 0) }
            + part.renewals.map { ($0, Event.renewal, 1) }
            + part.repairs.map { ($0, Event.repair, 1) }
        return all.sorted { ($0.0, $0.2) < ($1.0, $1.2) }.map { ($0.0, $0.1) }
    }
}
