import Values

package enum HorizontalAxis: Sendable {
    /// Seconds since 1970, shown in a calendar.
    case time(ChartCalendar)
    /// A number, such as a cycle or a row, with a title below the axis.
    case number(title: String)
}

enum HorizontalScale {
    case time(TimeScale)
    case linear(LinearScale, title: String)

    /// A scale over the finite ones of `values` and over `range`; nil where there is neither.
    init?(
        _ axis: HorizontalAxis, values: some Sequence<Double>, range: ClosedRange<Double>?,
        from start: Double, to end: Double
    ) {
        var low = range?.lowerBound ?? .infinity
        var high = range?.upperBound ?? -.infinity
        for value in values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        guard low.isFinite, high.isFinite, let domain = ClosedRange(from: low, to: high) else {
            return nil
        }
        switch axis {
        case .time(let zone):
            self = .time(TimeScale(domain: domain, from: start, to: end, zone: zone))
        case .number(let title):
            let scale = LinearScale(values: [low, high], from: start, to: end, spacing: 80)
            self = .linear(scale, title: title)
        }
    }

    func position(_ value: Double) -> Double {
        switch self {
        case .time(let scale): scale.position(value)
        case .linear(let scale, _): scale.position(value)
        }
    }

    /// Pixels that the labels take below the data.
    var height: Double {
        switch self {
        case .time(let scale): scale.ticks.contains { $0.context != nil } ? 42 : 27
        case .linear(let scale, let title): Canvas.crossAxisHeight(title, right: scale.end)
        }
    }
}
