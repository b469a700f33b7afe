/// A stretch of some readings that others are compared with.
///
/// The distance of one reading is √(shape² + level²), the distance of a stretch the mean over its
/// readings.
///
/// - shape² is the mean squared difference of both courses after each is centred and divided by its
///   own standard deviation: 2 · (1 − r) with Pearson's r, so 0 for the same course, 2 for none in
///   common and 4 for the opposite one. A course that varies no more than the reading's noise is
///   flat and has no shape: two flat courses are 0 apart, a flat one and another 1.
/// - level² compares how far both are from the device's own usual value, and how much they vary:
///   ((difference of the means)² + (difference of the standard deviations)²), divided by the mean
///   square of the query's own distance from its usual value plus that of the noise. It is 0 for
///   the same level and size, about 1 for a device in its usual state. `shape` leaves it out.
///
/// The shape is that of Mueen's similarity search (MASS); the level adds what z-normalisation takes
/// away, split as the mean squared error is by Kobayashi and Salam (2000).
package struct SubsequenceQuery: Sendable {
    /// What counts as alike.
    package enum Measure: Sendable { case shape, shapeAndLevel }

    /// One reading of the query.
    package struct Pattern: Sendable {
        /// Its place among the readings of a record.
        package let reading: Int
        /// Centred, with squares that sum up to the length; empty where the course is flat.
        let course: [Double]
        let mean: Double
        let deviation: Double
        let noise: Double

        /// The mean square of what `level` is measured by.
        var scale: Double { deviation * deviation + mean * mean + noise * noise }
        /// How far the reading is from its usual value, in units of its noise.
        package var strength: Double { (deviation * deviation + mean * mean).squareRoot() / noise }

        /// Up to this many times the noise is no course.
        private static let flat = 1.5

        func isFlat(_ deviation: Double) -> Bool { deviation <= Self.flat * noise }

        fileprivate init(
            _ values: ArraySlice<Double>, reading: Int, mean: Double, deviation: Double,
            noise: Double
        ) {
            self.reading = reading
            self.mean = mean
            self.deviation = deviation
            self.noise = noise
            course =
                deviation <= Self.flat * noise
                ? [] : values.map { ($0 - mean) / deviation }
        }
    }

    /// Steps of a stretch.
    package let length: Int
    package let measure: Measure
    /// Readings with values in at least four fifths of the steps.
    package let patterns: [Pattern]

    /// A query of fewer steps has no course to speak of.
    package static let fewestSteps = 8

    /// The steps of a record that begin at one of them; nil where the record does not have them in
    /// one segment, or has too few readings there.
    ///
    /// - Parameter noise: By reading, more than 0.
    package init?(
        of record: SteppedRecord, from start: Int, length: Int, noise: [Double],
        measure: Measure
    ) {
        guard length >= Self.fewestSteps,
            let segment = record.segments.first(where: {
                $0.start <= start && start + length <= $0.start + $0.count
            })
        else { return nil }
        let place = start - segment.start
        patterns = noise.indices.compactMap { reading in
            guard
                let filled = FilledSeries(segment.columns[reading], usual: record.usual[reading]),
                filled.isKnown(from: place, length: length)
            else { return nil }
            let values = filled.values[place..<(place + length)]
            let moments = WindowMoments(Array(values), length: length)
            guard let mean = moments.means.first, let deviation = moments.deviations.first
            else { return nil }
            return Pattern(
                values, reading: reading, mean: mean, deviation: deviation, noise: noise[reading])
        }
        guard !patterns.isEmpty else { return nil }
        self.length = length
        self.measure = measure
    }
}
