public import Values

extension EmbeddedSource {
    /// Events by weekday (0 = Monday) and hour of day on the zone's wall clock; `nil` where the
    /// axis has no dates.
    /// - Complexity: O(events).
    public func weekHeatmap(_ filter: Filter, kinds: Set<EventKind>) -> WeekHeatmap? {
        guard catalog.axis.isCalendar else { return nil }
        let selection = Selection(filter, rollup)
        var counts = [[Int]](repeating: Array(repeating: 0, count: 24), count: 7)
        for device in selection.devices {
            let track = rollup.devices[device]
            for entry in selection.entries(track) {
                let code = selection.codes[Int(track.events.codes[entry])]
                guard code >= 0, kinds.contains(catalog.codes[code].kind) else { continue }
                let (days, seconds) = zone.daysAndSeconds(at: track.events.times[entry])
                counts[CivilDate.weekday(daysSince1970: days)][
                    min(Int(clamping: seconds / 3_600), 23)] +=
                    track.events.count(entry)
            }
        }
        let axis = catalog.axis
        let from = max(selection.from, axis.dataRange.lowerBound)
        let to = min(selection.to, axis.coveredEnd)
        return WeekHeatmap(counts: counts, hours: zone.hoursOfWeek(from: from, to: to))
    }
}

extension Zone {
    /// How many hours of each weekday and hour of day a period holds, on the wall clock.
    /// - Complexity: O(168 × offset changes).
    func hoursOfWeek(from: Double, to: Double) -> [[Double]] {
        var hours = [[Double]](repeating: Array(repeating: 0, count: 24), count: 7)
        guard from < to else { return hours }
        // Between two changes of offset the wall clock runs evenly.
        let inner = changes.map(Double.init).filter { $0 > from && $0 < to }
        for (start, end) in zip([from] + inner, inner + [to]) {
            let offset = Double(offset(at: start))
            addEvenHours(from: start + offset, to: end + offset, &hours)
        }
        return hours
    }

    private func addEvenHours(from: Double, to: Double, _ hours: inout [[Double]]) {
        let weeks = ((to - from) / 604_800).rounded(.down)
        for day in 0..<7 { for hour in 0..<24 { hours[day][hour] += weeks } }
        var time = from + weeks * 604_800
        while time < to {
            let next = min((time / 3_600).rounded(.down) * 3_600 + 3_600, to)
            let place = Int(exactly: (time / 3_600).rounded(.down)) ?? 0
            let day = (place >= 0 ? place : place - 23) / 24
            hours[CivilDate.weekday(daysSince1970: day)][place - day * 24] += (next - time) / 3_600
            time = next
        }
    }
}
