/// One way to say how strange the newest value of a stream is, knowing only those before it.
///
/// A part is fed every value once and in order, so it cannot look ahead.
protocol StreamPart: Sendable {
    /// The strangeness of the value, in any unit, NaN while too little is known; the part then
    /// learns the value.
    ///
    /// - Parameters:
    ///   - value: The value, never NaN.
    ///   - time: Seconds of a local clock since 1970-01-01, or nil.
    mutating func next(_ value: Double, time: Double?) -> Double
}

/// Mean and standard deviation of the newest `width` values of a stream, O(1) each.
struct StreamWindow: Sendable {
    private let width: Int
    private var values: [Double] = []
    private var oldest = 0
    private var sum = 0.0
    private var squares = 0.0

    init(width: Int) { self.width = max(1, width) }

    var mean: Double { sum / Double(values.count) }

    /// Adds a value; returns the one that it pushes out, nil while the window fills.
    mutating func push(_ value: Double) -> Double? {
        sum += value
        squares += value * value
        guard values.count >= width else {
            values.append(value)
            return nil
        }
        let leaving = values[oldest]
        sum -= leaving
        squares -= leaving * leaving
        values[oldest] = value
        oldest = (oldest + 1) % width
        // Rounding errors would add up over a long stream.
        if oldest == 0 {
            sum = values.reduce(0, +)
            squares = values.reduce(0) { $0 + $1 * $1 }
        }
        return leaving
    }
}
