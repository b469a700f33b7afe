import Values

/// A time axis: ticks on calendar boundaries of a zone, labelled on two lines.
package struct TimeScale: Sendable {
    package struct Tick: Sendable, Equatable {
        /// Seconds since 1970.
        package let moment: Double
        /// The first line: time of day, day, month or year.
        package let label: String
        /// The second line: date, month or year; nil where it is that of the tick before.
        package let context: String?
    }

    /// Seconds since 1970.
    package let domain: ClosedRange<Double>
    /// At most ten, ascending; the two ends of the domain where no boundary lies in it.
    package let ticks: [Tick]
    /// Seconds since 1970; without labels, and none where they would be closer than 8 px.
    package let minorTicks: [Double]
    let start: Double
    let end: Double

    /// A scale for `domain`, in seconds since 1970, over the pixels from `start` to `end`. A domain
    /// of less than a millisecond gets half a day on both sides.
    ///
    /// - Parameter spacing: the desired distance of two labelled ticks, in pixels.
    package init(
        domain: ClosedRange<Double>, from start: Double, to end: Double, zone: ChartCalendar,
        spacing: Double = 80
    ) {
        let domain = Self.widened(domain)
        let step = Self.step(for: domain, length: (end - start).magnitude, spacing: spacing)
        let moments = Self.moments(step, in: domain, zone)
        self.domain = domain
        self.start = start
        self.end = end
        if moments.isEmpty || (moments.count == 1 && step == .seconds(1)) {
            ticks = TimeLabels.ends(of: domain, zone)
            minorTicks = []
        } else {
            ticks = TimeLabels.ticks(at: moments, step, zone)
            minorTicks = Self.minor(step, moments, domain, zone, length: (end - start).magnitude)
        }
    }

    /// The pixel of a moment; moments outside the domain lie outside the pixels.
    package func position(_ moment: Double) -> Double {
        let share = (moment - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + share * (end - start)
    }

    private static func widened(_ domain: ClosedRange<Double>) -> ClosedRange<Double> {
        let limit = 1e12
        let low = min(max(domain.lowerBound, -limit), limit)
        let high = min(max(domain.upperBound, -limit), limit)
        let room = high - low >= 1e-3 ? 0 : 43_200.0
        return ClosedRange(from: low - room, to: high + room) ?? domain
    }

    /// The step whose ticks come nearest to the desired distance, at most ten of them.
    private static func step(
        for domain: ClosedRange<Double>, length: Double, spacing: Double
    ) -> TickStep {
        let span = domain.upperBound - domain.lowerBound
        func ratio(_ step: TickStep) -> Double {
            let distance = length * step.duration / span / spacing
            return max(distance, 1 / distance)
        }
        let possible = TickStep.all.filter {
            span / $0.duration <= 9.2 && length * $0.duration / span >= spacing * 0.6
                && ($0 != .weeks(2) || span < Self.fortnights)
        }
        return possible.min { ratio($0) < ratio($1) } ?? .months(60_000)
    }

    /// From this length on, in seconds, the names of months say more than days a fortnight apart.
    private static let fortnights = 80 * 86_400.0

    private static func moments(
        _ step: TickStep, in domain: ClosedRange<Double>, _ zone: ChartCalendar
    ) -> [Double] {
        let first = zone.wallClock(at: domain.lowerBound)
        let last = zone.wallClock(at: domain.upperBound)
        var result: [Double] = []
        for boundary in step.boundaries(from: first, to: last) {
            let moment = zone.moment(ofWallClock: boundary)
            // Where the clock is put forward two boundaries can be one moment.
            guard domain.contains(moment), moment > result.last ?? -.infinity else { continue }
            result.append(moment)
        }
        return result
    }

    private static func minor(
        _ step: TickStep, _ major: [Double], _ domain: ClosedRange<Double>, _ zone: ChartCalendar,
        length: Double
    ) -> [Double] {
        let span = domain.upperBound - domain.lowerBound
        guard let minor = step.minor, length * minor.duration / span >= 8 else { return [] }
        let labelled = Set(major)
        return moments(minor, in: domain, zone).filter { !labelled.contains($0) }
    }
}
