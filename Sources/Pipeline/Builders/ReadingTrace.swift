import Analysis
import Reports
import Telemetry
import Values

/// One device's readings thinned for drawing: the lowest and the highest of each of many equal
/// parts of a window, so that a single outlier shows on an axis of any length.
struct ReadingTrace {
    let window: ClosedRange<Double>

    /// About as many as a wide chart has pixels.
    static let parts = 480
    /// Gaps longer than so many usual steps break the line.
    private static let pause = 3.0

    private var width: Double {
        (window.upperBound - window.lowerBound) / Double(Self.parts)
    }

    /// - Parameters:
    ///   - times: Left edges of buckets, ascending.
    ///   - cells: One summary of readings per bucket.
    ///   - points: Number of means that are drawn in the same chart.
    /// - Returns: An empty trace where the means show as much.
    /// - Complexity: O(buckets).
    func trace(
        _ times: [Double], _ cells: [MetricSummary], beside points: Int
    ) -> DiagnosticReport.Trace {
        let known = times.indices.filter { window.contains(times[$0]) && cells[$0].count > 0 }
        guard width > 0, known.count > points || known.contains(where: { cells[$0].count > 1 })
        else { return .init() }
        let longest = Self.pause * max(width, step(known.map { times[$0] }))
        var drawn = Columns()
        for index in known {
            let time = times[index]
            let part = ((time - window.lowerBound) / width).place(in: Self.parts) ?? 0
            if part != drawn.part { drawn.close() }
            if let last = drawn.last, time - last > longest { drawn.interrupt(at: time) }
            drawn.add(cells[index], at: time, part: part)
        }
        drawn.close()
        return drawn.trace
    }

    private func step(_ times: [Double]) -> Double {
        let steps = zip(times.dropFirst(), times).map { $0 - $1 }
        return steps.isEmpty ? 0 : Statistics.median(steps)
    }

    /// The points so far, and the extremes of the part at hand.
    private struct Columns {
        var trace = DiagnosticReport.Trace()
        var part = -1
        var last: Double?
        private var low: (time: Double, value: Double)?
        private var high: (time: Double, value: Double)?

        mutating func add(_ cell: MetricSummary, at time: Double, part: Int) {
            self.part = part
            last = time
            if cell.minimum < low?.value ?? .infinity { low = (time, cell.minimum) }
            if cell.maximum > high?.value ?? -.infinity { high = (time, cell.maximum) }
        }

        mutating func close() {
            if let low, let high {
                let pair = low.time <= high.time ? [low, high] : [high, low]
                for (time, value) in low.value == high.value ? [low] : pair {
                    trace.times.append(time)
                    trace.values.append(value)
                }
            }
            (low, high) = (nil, nil)
        }

        mutating func interrupt(at time: Double) {
            close()
            trace.times.append(time)
            trace.values.append(.nan)
        }
    }
}
