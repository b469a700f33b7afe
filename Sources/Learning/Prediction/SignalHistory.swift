/// The readings of one metric with running sums, so that statistics of any range take constant
/// time.
struct SignalHistory: Sendable {
    /// Readings whose mean stands for the signal at the beginning.
    static let beginning = 10

    private let values: [Double]
    /// Subtracted before summing, so that large levels do not cost precision.
    private let level: Double
    private var counts: [Double] = [0]
    private var sums: [Double] = [0]
    private var squares: [Double] = [0]
    private var products: [Double] = [0]
    private var places: [Double] = [0]
    private var placeSquares: [Double] = [0]

    /// Values in order of time; NaN where not read.
    init(_ values: [Double]) {
        self.values = values
        level = values.first(where: \.isFinite) ?? 0
        for (place, value) in values.enumerated() {
            let isThere = value.isFinite
            let rest = isThere ? value - level : 0
            let x = isThere ? Double(place) : 0
            counts.append(counts[place] + (isThere ? 1 : 0))
            sums.append(sums[place] + rest)
            squares.append(squares[place] + rest * rest)
            products.append(products[place] + rest * x)
            places.append(places[place] + x)
            placeSquares.append(placeSquares[place] + x * x)
        }
    }

    private func sum(_ list: [Double], _ range: Range<Int>) -> Double {
        list[range.upperBound] - list[range.lowerBound]
    }

    /// Mean of the readings in a range; NaN without readings.
    func mean(_ range: Range<Int>) -> Double {
        let count = sum(counts, range)
        return count > 0 ? level + sum(sums, range) / count : .nan
    }

    /// Sample standard deviation in a range; NaN below 2 readings.
    func deviation(_ range: Range<Int>) -> Double {
        let count = sum(counts, range)
        guard count > 1 else { return .nan }
        let total = sum(sums, range)
        return max(0, (sum(squares, range) - total * total / count) / (count - 1)).squareRoot()
    }

    /// Least-squares slope per row in a range; NaN below 3 readings.
    func slope(_ range: Range<Int>) -> Double {
        let count = sum(counts, range)
        guard count > 2 else { return .nan }
        let x = sum(places, range)
        let spread = sum(placeSquares, range) - x * x / count
        guard spread > 0 else { return .nan }
        return (sum(products, range) - x * sum(sums, range) / count) / spread
    }

    /// The last of the first `end` values; NaN where it was not read or `end` is 0.
    func last(before end: Int) -> Double {
        end > 0 ? values[end - 1] : .nan
    }

    /// Mean of the first readings, up to `beginning` of them and only among the first `end`.
    func start(before end: Int) -> Double {
        mean(0..<min(Self.beginning, end))
    }
}
