import Values

/// Takes the record of a part apart into lives.
///
/// A failure ends a life, and so does a renewal. Where failures are as a rule followed by a repair
/// the part stands still between them, and failures that are told of meanwhile are the same trouble;
/// elsewhere a failure starts the next life at once. Before the first of both the age of the part is
/// not known, unless the record says it.
struct PartLifeReader {
    /// Whether failures are as a rule followed by a repair.
    let awaitsRepair: Bool
    /// What is later is not looked at.
    let end: Double

    private enum Event { case failure, renewal, repair }

    /// The lives in order of time. O(events).
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

    /// In order of time; at one time the failure comes before its repair.
    private func events(of part: PartRecord) -> [(Double, Event)] {
        let all =
            part.failures.map { ($0, Event.failure, 0) }
            + part.renewals.map { ($0, Event.renewal, 1) }
            + part.repairs.map { ($0, Event.repair, 1) }
        return all.sorted { ($0.0, $0.2) < ($1.0, $1.2) }.map { ($0.0, $0.1) }
    }
}
