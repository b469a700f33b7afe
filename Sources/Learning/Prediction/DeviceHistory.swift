import Telemetry
import Values

/// What is known of one device at any time: readings, from when they are known, and events.
struct DeviceHistory: Sendable {
    /// When each reading is known, ascending.
    let known: [Double]
    /// Times of the readings themselves, in the same order.
    let times: [Double]
    /// One per metric of the recipe; nil where the set lacks the metric.
    let signals: [SignalHistory?]
    /// Times of the events of each code of the recipe, ascending.
    let events: [[Double]]
    /// Times of all failures, of any code.
    let failures: [Double]
    /// Times of all errors, of any code.
    let errors: [Double]
    /// Stretches after failures in which no reading changed.
    private let standstills: [(from: Double, to: Double)]
    /// One value per attribute feature of the recipe.
    let attributes: [Double]

    init(_ device: Int, source: any TelemetrySource, recipe: PredictionRecipe) throws {
        let catalog = source.catalog
        let series = try source.series(of: device, Filter())
        times = series.times
        known = Self.knownTimes(series.times, axis: catalog.axis)
        let columns = Self.columns(recipe, series, catalog)
        signals = Self.scaled(columns, recipe, rows: times.count).map { $0.map(SignalHistory.init) }
        let log = KnownEvents(series.events, recipe: recipe, catalog: catalog)
        events = recipe.codes.map(log.times)
        failures = log.times(of: .failure)
        errors = log.times(of: .error)
        let known = self.known
        standstills = Standstill(times: times, columns: columns).rows(after: failures)
            .map { (from: known[$0.lowerBound], to: known[$0.upperBound - 1]) }
        attributes = recipe.attributes.flatMap { attribute -> [Double] in
            let place = catalog.attributes.firstIndex(of: attribute.name)
            let value = place.map { catalog.devices[device].attributes[$0] } ?? ""
            guard let words = attribute.words else { return [Double(value) ?? .nan] }
            return words.map { $0 == value ? 1 : 0 }
        }
    }

    /// One column per metric of the recipe; nil where the set lacks the metric.
    private static func columns(
        _ recipe: PredictionRecipe, _ series: DeviceSeries, _ catalog: Catalog
    ) -> [[Double]?] {
        recipe.metrics.map { name in
            catalog.metrics.firstIndex { $0.name == name }.map { metric in
                series.metrics[metric].map { $0.count > 0 ? $0.mean : .nan }
            }
        }
    }

    /// The columns standardised within operating regimes, where the recipe has such.
    private static func scaled(
        _ columns: [[Double]?], _ recipe: PredictionRecipe, rows: Int
    ) -> [[Double]?] {
        guard let scaling = recipe.scaling else { return columns }
        let missing = [Double](repeating: .nan, count: rows)
        let scaled = scaling.scaled(columns.map { $0 ?? missing })
        return zip(columns, scaled).map { $0 == nil ? nil : $1 }
    }

    /// A reading stands for the bucket after its time and is known when that is over; one that
    /// names only a day, when the day is over. A cycle is known at its own number.
    private static func knownTimes(_ times: [Double], axis: TimeAxis) -> [Double] {
        guard axis.isCalendar else { return times }
        let zone = Zone(of: axis.kind)
        let day = 86_400.0
        return times.indices.map { place in
            let time = times[place]
            let before = place > 0 ? time - times[place - 1] : day
            let after = place + 1 < times.count ? times[place + 1] - time : day
            let isDay =
                before >= day / 2 && after >= 0.99 * day
                && zone.wall(time).truncatingRemainder(dividingBy: day) == 0
            return time + (isDay ? max(day, axis.bucketWidth) : axis.bucketWidth)
        }
    }

    /// The readings known at a time that became known within `length` before it.
    func readings(at time: Double, within length: Double) -> Range<Int> {
        let end = known.count(upTo: time)
        return min(known.count(upTo: time - length), end)..<end
    }

    /// Whether a time lies in a stretch without changes after a failure.
    func isStanding(at time: Double) -> Bool {
        standstills.contains { $0.from <= time && time <= $0.to }
    }

    /// The first failure after a time; nil where none is known.
    func nextFailure(after time: Double) -> Double? {
        let place = failures.count(upTo: time)
        return place < failures.count ? failures[place] : nil
    }
}
