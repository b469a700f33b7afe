import Analysis
import Telemetry
import Values

/// Equal steps of time in which the readings of all devices are compared with one stretch.
///
/// A step is the usual time between readings in the stretch, or longer: a long stretch has at most
/// ``mostSteps``, so that looking for it takes no longer than for a short one.
struct StepGrid: Sendable {
    /// The slot of the source in which the stretch begins; step 0 begins with it.
    let origin: Int
    /// Slots in a step.
    let factor: Int
    /// Steps of the stretch.
    let length: Int
    /// The readings, by their indices in the catalog.
    let metrics: [Int]

    /// Finer steps would not make the course of a stretch clearer.
    static let mostSteps = 128

    /// The steps of a stretch of one device.
    ///
    /// - Parameters:
    ///   - slots: The slots of the stretch, not empty.
    ///   - factor: Slots in a step at least; more where there would be too many steps.
    init(slots: Range<Int>, factor: Int, metrics: [Int]) {
        let fewest = (slots.count + Self.mostSteps - 1) / Self.mostSteps
        self.factor = max(1, factor, fewest)
        origin = slots.lowerBound
        length = slots.count / self.factor
        self.metrics = metrics
    }

    /// The usual number of slots between readings of a metric in a stretch: the median over its
    /// readings, then over the metrics; 1 without two readings of any.
    static func usualStep(_ readings: DeviceReadings, in slots: Range<Int>, _ metrics: [Int]) -> Int
    {
        let places = readings.slots.indices.filter { slots.contains(Int(readings.slots[$0])) }
        let steps = metrics.compactMap { metric -> Double? in
            let column = readings.values[metric]
            guard !column.isEmpty else { return nil }
            let known = places.filter { !column[$0].isNaN }.map { Double(readings.slots[$0]) }
            let steps = zip(known.dropFirst(), known).map { $0 - $1 }
            return steps.isEmpty ? nil : Statistics.median(steps)
        }
        return steps.isEmpty ? 1 : max(1, Int(clamping: Statistics.median(steps).rounded()))
    }

    /// The step of a slot; before the stretch it is negative.
    private func step(of slot: Int) -> Int {
        let distance = slot - origin
        return distance >= 0 ? distance / factor : -((factor - 1 - distance) / factor)
    }

    /// The readings of a device by step: the mean of each. A gap of more than a fifth of the
    /// stretch ends a segment, as no stretch with it can be compared.
    ///
    /// - Complexity: O(slots × metrics), in time and memory.
    func record(_ readings: DeviceReadings) -> SteppedRecord {
        let steps = readings.slots.map { step(of: Int($0)) }
        var segments: [SteppedRecord.Segment] = []
        var first = steps.startIndex
        for place in steps.indices {
            let isLast = place + 1 == steps.endIndex
            guard isLast || steps[place + 1] - steps[place] > length / 5 + 1 else { continue }
            let count = steps[place] - steps[first] + 1
            if count >= length {
                segments.append(segment(readings, steps, first...place, count: count))
            }
            first = place + 1
        }
        return SteppedRecord(segments, readings: metrics.count)
    }

    private func segment(
        _ readings: DeviceReadings, _ steps: [Int], _ places: ClosedRange<Int>, count: Int
    ) -> SteppedRecord.Segment {
        let start = steps[places.lowerBound]
        let columns = metrics.map { metric -> [Double] in
            let column = readings.values[metric]
            guard !column.isEmpty else { return [] }
            var sums = [Double](repeating: 0, count: count)
            var counts = [Int32](repeating: 0, count: count)
            for place in places where column[place].isFinite {
                sums[steps[place] - start] += Double(column[place])
                counts[steps[place] - start] += 1
            }
            return zip(sums, counts).map { $1 > 0 ? $0 / Double($1) : .nan }
        }
        return SteppedRecord.Segment(start: start, columns: columns, count: count)
    }
}
