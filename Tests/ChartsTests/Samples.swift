import Charts

/// One chart of each kind over made-up but plausible data, the same at each run.
enum Samples {
    static let zone = ChartCalendar(name: "UTC") { _ in 0 }
    /// 1 January 2015, 00:00.
    static let start = 1_420_070_400.0
    static let day = 86_400.0

    /// A reproducible sequence of values from 0 to 1 (the generator of "Numerical Recipes").
    static func noise(_ count: Int, seed: UInt32) -> [Double] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Double(state >> 8) / Double(1 << 24)
        }
    }

    static let plots: [(name: String, plot: Plot)] = [
        ("line", Plot(errorRate, place: .half, id: "line")),
        ("line-panels", Plot(forecast, place: .full, id: "panels")),
        ("line-tall", Plot(cumulative, place: .half, id: "tall")),
        ("line-curve", Plot(precisionRecall, place: .beside, id: "curve")),
        ("line-thinned", Plot(thinned, place: .full, id: "thinned")),
        ("line-gaps", Plot(gaps, place: .half, id: "gaps")),
        ("multiples-events", Plot(readings, place: .large, id: "readings")),
        ("multiples-codes", Plot(codes, place: .half, id: "codes")),
        ("multiples-bands", Plot(fleetReadings, place: .half, id: "fleet")),
        ("bars", Plot(models, place: .half, id: "models")),
        ("bars-compact", Plot(contributions, place: .small, id: "carries")),
        ("bars-range", Plot(ages, place: .half, id: "ages")),
        ("pareto", Plot(pareto, place: .half, id: "pareto")),
        ("pie", Plot(pie, place: .half, id: "pie")),
        ("scatter", Plot(scatter, place: .main, id: "scatter")),
        ("scatter-sampled", Plot(manyPoints, place: .main, id: "many")),
        ("heat-weeks", Plot(weeks, place: .full, id: "weeks")),
        ("heat-hours", Plot(hours, place: .half, id: "hours")),
        ("intervals", Plot(excursions, place: .half, id: "excursions")),
        ("profile", Plot(profile, place: .full, id: "profile")),
        ("silhouette", Plot(silhouette, place: .half, id: "silhouette")),
        ("curve-choice", Plot(groupsCurve, place: .half, id: "k")),
        ("curve-distance", Plot(distances, place: .half, id: "distance")),
        ("share-bar", Plot(sizes, place: .side, id: "sizes")),
    ]
}
