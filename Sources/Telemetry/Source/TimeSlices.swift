public import Values

extension TimeAxis {
    /// The most slices of a timeline.
    static let sliceLimit = 20_000

    /// Where the data end: the last reading stands for one bucket.
    var coveredEnd: Double { dataRange.upperBound + bucketWidth }

    /// The slices of a step that cover the data within the filter's time range.
    ///
    /// Calendar steps begin on the zone's wall clock; even ones are counted from the midnight
    /// before the first bucket, without dates from the first bucket. A calendar step on an axis
    /// without dates, and a width that is not above 0, become one bucket. A step that gives more
    /// than 20,000 slices is made coarser.
    /// - Complexity: O(slices).
    func slices(_ step: TimeStep, _ filter: Filter, zone: Zone) -> [TimeSlice] {
        guard bucketCount > 0 else { return [] }
        let lower = max(dataRange.lowerBound, filter.from ?? -.infinity)
        let upper = min(dataRange.upperBound, (filter.to ?? .infinity).nextDown)
        guard lower <= upper else { return [] }
        var step = sensible(step)
        while (upper - lower) / approximateWidth(step) > Double(Self.sliceLimit) {
            step = coarser(step)
        }
        let origin = isCalendar ? zone.start(of: .day, at: start) : start
        var slices: [TimeSlice] = []
        var from = firstEdge(step, at: lower, origin, zone)
        while from <= upper, slices.count <= Self.sliceLimit {
            var to = nextEdge(step, after: from, origin, zone)
            if !(to > from) { to = from + approximateWidth(step) }
            slices.append(
                TimeSlice(from: from, to: to, isComplete: isCovered(from, to, by: filter)))
            from = to
        }
        return slices
    }

    /// Whether data and filter cover a slice, but for a hundredth at each end.
    private func isCovered(_ from: Double, _ to: Double, by filter: Filter) -> Bool {
        let slack = (to - from) / 100
        return from + slack >= max(start, filter.from ?? start)
            && to - slack <= min(coveredEnd, filter.to ?? coveredEnd)
    }

    private func sensible(_ step: TimeStep) -> TimeStep {
        if case .width(let width) = step {
            return .width(width > 0 && width.isFinite ? width : bucketWidth)
        }
        return isCalendar ? step : .width(bucketWidth)
    }

    private func approximateWidth(_ step: TimeStep) -> Double {
        switch step {
        case .width(let width): width
        case .hour: 3_600
        case .day: 86_400
        case .week: 7 * 86_400
        case .month: 30.436875 * 86_400
        }
    }

    private func coarser(_ step: TimeStep) -> TimeStep {
        switch step {
        case .width(let width): .width(width * 2)
        case .hour: .day
        case .day: .week
        case .week: .month
        case .month: .width(2 * approximateWidth(.month))
        }
    }

    private func firstEdge(
        _ step: TimeStep, at time: Double, _ origin: Double, _ zone: Zone
    ) -> Double {
        guard case .width(let width) = step else { return zone.start(of: step, at: time) }
        return origin + ((time - origin) / width + 1e-9).rounded(.down) * width
    }

    /// Even edges are products, not sums, so that rounding does not accumulate.
    private func nextEdge(
        _ step: TimeStep, after edge: Double, _ origin: Double, _ zone: Zone
    ) -> Double {
        guard case .width(let width) = step else { return zone.next(step, after: edge) }
        return origin + (((edge - origin) / width).rounded() + 1) * width
    }
}

extension TimeStep {
    /// The step that divides the data within the filter into about `targetSlices`, at most one and
    /// a half times as many, and no narrower than a bucket.
    ///
    /// On a calendar it is an hour, a day, a week, a month or a round part or multiple of these;
    /// elsewhere 1, 2 or 5 times a power of ten.
    public static func suitable(
        for axis: TimeAxis, filter: Filter = Filter(), targetSlices: Int
    ) -> TimeStep {
        let lower = max(axis.dataRange.lowerBound, filter.from ?? -.infinity)
        let upper = min(axis.coveredEnd, filter.to ?? .infinity)
        let span = max(upper - lower, axis.bucketWidth)
        let finest = max(span / (1.5 * Double(max(targetSlices, 1))), axis.bucketWidth)
        guard axis.isCalendar else { return .width(NiceStep.decimal(atLeast: finest)) }
        let month = 30.436875 * 86_400
        let named: [(TimeStep, Double)] = [
            (.hour, 3_600), (.day, 86_400), (.week, 604_800), (.month, month),
        ]
        let steps = NiceStep.seconds.map { width in
            named.first { $0.1 == width } ?? (.width(width), width)
        }
        if let step = (steps + named.suffix(2)).first(where: { $0.1 >= finest * (1 - 1e-9) }) {
            return step.0
        }
        return .month
    }
}
