/// Looks for the stretches of records that are nearest to a query.
package struct SubsequenceSearch: Sendable {
    /// A stretch of a record.
    package struct Match: Sendable, Hashable {
        /// Its first step.
        package var start: Int
        /// See ``SubsequenceQuery``.
        package var distance: Double
    }

    /// What one record holds.
    package struct Result: Sendable {
        /// The nearest stretches, the nearest first; they overlap by half at most.
        package var matches: [Match]
        /// The distances of all stretches that were compared.
        package var all = DistanceDistribution()
        /// The least distance in each run of as many beginnings as a stretch has steps: those of
        /// stretches that overlap count once.
        package var least = DistanceDistribution()
    }

    package let query: SubsequenceQuery
    /// How many matches are wanted.
    package let limit: Int

    package init(_ query: SubsequenceQuery, limit: Int) {
        self.query = query
        self.limit = limit
    }

    /// Compares all stretches of a record.
    ///
    /// - Parameter own: Steps of the query itself: stretches that overlap them are left out.
    /// - Complexity: O(steps × length × readings); memory for one segment.
    package func search(_ record: SteppedRecord, leavingOut own: Range<Int>? = nil) -> Result {
        var result = Result(matches: [])
        for segment in record.segments {
            var distances = query.distances(in: segment, usual: record.usual)
            if let own {
                let near = (own.lowerBound - query.length + 1)..<own.upperBound
                for place in distances.indices where near.contains(segment.start + place) {
                    distances[place] = .nan
                }
            }
            for distance in distances { result.all.add(distance) }
            for first in stride(from: 0, to: distances.count, by: query.length) {
                let run = distances[first..<min(first + query.length, distances.count)]
                if let least = run.lazy.filter({ !$0.isNaN }).min() { result.least.add(least) }
            }
            let places = SeparateMinima.places(
                in: distances, limit: limit, apart: (query.length + 1) / 2)
            result.matches += places.map {
                Match(start: segment.start + $0, distance: distances[$0])
            }
        }
        result.matches = Array(
            result.matches.sorted { ($0.distance, $0.start) < ($1.distance, $1.start) }
                .prefix(limit))
        return result
    }
}
