/// Distance of the newest values, as a shape, from the most similar earlier ones.
///
/// The distance to the second nearest of the windows within memory that do not overlap the newest
/// one, ranked against all earlier distances; as in Burnaev and Ishimtsev, "Conformalized density-
/// and distance-based anomaly detection in time-series data" (2016). O(n · memory) per signal and
/// width, whatever the width.
public struct WindowNeighbour: AnomalyDetector {
    /// Lengths of the windows in rows; each has its own search, and at least two rows.
    public var widths: [Int]
    /// How many earlier windows are searched, newest first.
    public var memory: Int
    /// Surprise, in nats and averaged over the widths, above which a row is an anomaly.
    public var threshold: Double

    /// The default widths are three, each twice the one before.
    public init(widths: [Int] = [12, 24, 48], memory: Int = 3000, threshold: Double = 5) {
        self.widths = widths
        self.memory = memory
        self.threshold = threshold
    }

    /// Takes the length of the training as the time to warm up.
    ///
    /// - Throws: `AnalysisError.tooFew` below 20 rows.
    public func fit(_ training: Signals) throws -> StreamModel {
        let settings = self
        return try StreamModel(training, threshold: threshold, looksBack: true) {
            [settings.parts]
        }
    }

    var parts: [any StreamPart] {
        widths.map { NeighbourPart(width: $0, memory: memory) }
    }
}

/// The distance of the newest window from its second nearest neighbour; 0 while fewer than ten can
/// be compared.
///
/// For every lag from `width` on the squared distance between the newest window and the one that
/// much earlier is kept, and updated by the entering and the leaving pair of values.
struct NeighbourPart: StreamPart {
    private let width: Int
    private let memory: Int
    private var values: [Double] = []
    private var squares: [Double] = []
    private var sinceRecount = 0

    init(width: Int, memory: Int) {
        self.width = max(2, width)
        self.memory = max(2, memory)
    }

    mutating func next(_ value: Double, time: Double?) -> Double {
        // Twice what is reached back to, so that the array is cut seldom.
        let reach = 2 * width + memory + 1
        if values.count >= 2 * reach { values.removeFirst(values.count - reach) }
        values.append(value)
        sinceRecount += 1
        if sinceRecount >= 128 {
            // The sums lose digits to a passing spike.
            for offset in squares.indices { squares[offset] = square(lag: offset + width) }
            sinceRecount = 0
        } else {
            update()
        }
        if squares.count < memory, values.count >= 2 * width + squares.count {
            squares.append(square(lag: squares.count + width))
        }
        return secondSmallest().squareRoot()
    }

    /// Moves every sum on by one row.
    private mutating func update() {
        let last = values.count - 1
        guard last >= width else { return }
        Self.update(&squares, values: values, last: last, width: width)
    }

    /// The inner loop, on local arrays, which the optimiser follows better than properties.
    private static func update(
        _ squares: inout [Double], values: [Double], last: Int, width: Int
    ) {
        let newest = values[last]
        let leaving = values[last - width]
        var entering = last - width
        for offset in squares.indices {
            let near = newest - values[entering]
            let far = leaving - values[entering &- width]
            squares[offset] += near * near - far * far
            entering &-= 1
        }
    }

    private func square(lag: Int) -> Double {
        let last = values.count - 1
        var sum = 0.0
        for back in 0..<width {
            let difference = values[last - back] - values[last - back - lag]
            sum += difference * difference
        }
        return sum
    }

    private func secondSmallest() -> Double {
        guard squares.count >= 10 else { return 0 }
        var first = Double.infinity
        var second = Double.infinity
        for square in squares {
            if square < second {
                if square < first {
                    second = first
                    first = square
                } else {
                    second = square
                }
            }
        }
        return max(0, second)
    }
}
