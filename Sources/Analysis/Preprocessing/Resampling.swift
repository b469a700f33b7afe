public import Values

/// Brings a series with uneven steps to even ones.
public struct Resampling: Sendable, Hashable {
    /// What the value of a step is made of.
    public enum Method: Sendable, Hashable {
        /// The mean of the values in the step.
        case mean
        /// The last value in the step.
        case last
        /// The straight line between the neighbouring values, at the start of the step; nothing
        /// across more than `maximumGap` of time.
        case linear(maximumGap: Double)
    }

    /// The length of a step, in the unit of the times.
    public let step: Double
    /// What the value of a step is made of.
    public let method: Method

    /// The most steps that a series may become.
    public static let maximumSteps = 10_000_000

    /// A resampling to one step.
    public init(step: Double, method: Method = .mean) {
        self.step = step
        self.method = method
    }

    /// The median of the steps between different times, or nil without two of them.
    ///
    /// - Complexity: O(n log n).
    public static func typicalStep(of times: [Double]) -> Double? {
        let sorted = times.filter(\.isFinite).sorted()
        let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
        return steps.isEmpty ? nil : Statistics.median(steps)
    }

    /// The series in even steps from its first time on; a step without a value is NaN.
    ///
    /// Times need not be sorted; of equal times `last` takes the later one in the input and
    /// `linear` the mean. Missing values are left out. No values give an empty series.
    ///
    /// - Throws: `AnalysisError.length` unless there is a value for each time, `.notFinite` with
    ///   the index of a time that is not finite, `.parameter` for a step that is not positive or
    ///   would make more than `maximumSteps`.
    /// - Complexity: O(n log n + steps).
    public func apply(times: [Double], values: [Double]) throws(AnalysisError) -> EvenSeries {
        guard times.count == values.count else {
            throw .length(expected: times.count, found: values.count)
        }
        if let index = times.firstIndex(where: { !$0.isFinite }) {
            throw .notFinite(row: index, column: 0)
        }
        let order = times.indices.filter { values[$0].isFinite }
            .sorted { (times[$0], $0) < (times[$1], $1) }
        guard let first = order.first, let last = order.last else {
            return EvenSeries(start: 0, step: step, values: [])
        }
        let (start, end) = (times[first], times[last])
        let shortest = (end - start) / Double(Self.maximumSteps - 1)
        guard step > 0, step.isFinite, step >= shortest else {
            throw .parameter("step", value: step, minimum: shortest, maximum: .infinity)
        }
        let count = Int(clamping: (end - start) / step) + 1
        let points = order.map { (time: times[$0], value: values[$0]) }
        return EvenSeries(start: start, step: step, values: evened(points, start, count))
    }

    private typealias Point = (time: Double, value: Double)

    private func evened(_ points: [Point], _ start: Double, _ count: Int) -> [Double] {
        switch method {
        case .mean:
            let buckets = bucketed(points, start, count)
            return zip(buckets.sums, buckets.counts).map { $0 / $1 }
        case .last: return bucketed(points, start, count).lasts
        case .linear(let gap): return interpolated(points, start, count, gap)
        }
    }

    private func bucketed(
        _ points: [Point], _ start: Double, _ count: Int
    ) -> (sums: [Double], counts: [Double], lasts: [Double]) {
        var sums = [Double](repeating: 0, count: count)
        var counts = sums
        var lasts = [Double](repeating: .nan, count: count)
        for point in points {
            let index = min(Int(clamping: (point.time - start) / step), count - 1)
            sums[index] += point.value
            counts[index] += 1
            lasts[index] = point.value
        }
        return (sums, counts, lasts)
    }

    private func interpolated(
        _ points: [Point], _ start: Double, _ count: Int, _ gap: Double
    ) -> [Double] {
        let points = mergingEqualTimes(points)
        var next = 0
        return (0..<count).map { index in
            let time = start + Double(index) * step
            while next < points.count, points[next].time < time { next += 1 }
            guard next < points.count else { return .nan }
            let right = points[next]
            guard right.time > time, next > 0 else { return right.value }
            let left = points[next - 1]
            guard right.time - left.time <= gap else { return .nan }
            let share = (time - left.time) / (right.time - left.time)
            return left.value + (right.value - left.value) * share
        }
    }

    private func mergingEqualTimes(_ points: [Point]) -> [Point] {
        var merged: [Point] = []
        var count = 0.0
        for point in points {
            if let last = merged.last, last.time == point.time {
                count += 1
                let mean = last.value + (point.value - last.value) / count
                merged[merged.count - 1].value = mean
            } else {
                count = 1
                merged.append(point)
            }
        }
        return merged
    }
}

/// A series in even steps.
public struct EvenSeries: Sendable, Hashable {
    /// The time of the first step's start.
    public let start: Double
    /// The length of a step.
    public let step: Double
    /// One value a step; NaN where there is none.
    public let values: [Double]

    /// The time at which a step starts.
    public func time(_ index: Int) -> Double {
        start + Double(index) * step
    }
}
