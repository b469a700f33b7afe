import Telemetry
import Values

/// The readings of one device by rows, ready for the search for causes.
struct DeviceRecord: Sendable {
    /// Indices of the catalog's metrics that the device reports, in its order.
    let metrics: [Int]
    private let readings: DeviceReadings
    private let axis: TimeAxis

    init(_ readings: DeviceReadings, axis: TimeAxis) {
        self.readings = readings
        self.axis = axis
        metrics = readings.values.indices.filter { !readings.values[$0].isEmpty }
        let reported = metrics
        rowCount =
            readings.slots.indices.last { row in
                reported.contains { readings.values[$0][row].isFinite }
            }.map { $0 + 1 } ?? 0
    }

    /// Rows up to the last with a reading: events go on where readings have ended.
    let rowCount: Int

    /// Length of a row's slot, in the axis' unit.
    var step: Double { axis.bucketWidth }

    /// When a row begins.
    func time(_ row: Int) -> Double { axis.time(ofSlot: Int(readings.slots[row])) }

    /// Rows that begin before a time, or at it.
    func rows(upTo time: Double) -> Int {
        (0..<rowCount).partitionPoint { self.time($0) <= time }
    }

    /// Rows that are over at a time: what happened then is in none of them.
    func rows(overAt time: Double) -> Int { rows(upTo: time - step) }

    /// The values of the first rows, NaN where one is missing.
    ///
    /// - Parameter places: Which of `metrics`; `nil` = all.
    func columns(_ rows: Int, _ places: [Int]? = nil) -> [[Double]] {
        (places?.map { metrics[$0] } ?? metrics).map { metric in
            readings.values[metric][..<rows].map { Double($0) }
        }
    }

    /// The rows of a stretch of time.
    func rows(_ time: ClosedRange<Double>) -> Range<Int> {
        let first = rows(upTo: time.lowerBound.nextDown)
        return first..<max(first, rows(upTo: time.upperBound))
    }
}
