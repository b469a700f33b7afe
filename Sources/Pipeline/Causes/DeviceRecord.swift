import Telemetry
import Values

/// The readings of one device by rows, prepared for the search for causes.
struct DeviceRecord: Sendable {
    /// Indices in the catalog of the metrics that the device reports, ascending.
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

    /// Rows up to the last one with a reading: events may go on after the readings.
    let rowCount: Int

    /// Length of a row's slot, in the axis' unit.
    var step: Double { axis.bucketWidth }

    /// When a row's slot begins, in the axis' unit.
    func time(_ row: Int) -> Double { axis.time(ofSlot: Int(readings.slots[row])) }

    /// Number of rows that begin at or before a time.
    func rows(upTo time: Double) -> Int {
        (0..<rowCount).partitionPoint { self.time($0) <= time }
    }

    /// Number of rows that are over at a time: these contain nothing of what happened then.
    func rows(overAt time: Double) -> Int { rows(upTo: time - step) }

    /// One column per metric with the values of the first rows; NaN where one is missing.
    ///
    /// - Parameter places: Indices in `metrics`; `nil` = all.
    func columns(_ rows: Int, _ places: [Int]? = nil) -> [[Double]] {
        (places?.map { metrics[$0] } ?? metrics).map { metric in
            readings.values[metric][..<rows].map { Double($0) }
        }
    }

    /// The rows that begin within a stretch of time.
    func rows(_ time: ClosedRange<Double>) -> Range<Int> {
        let first = rows(upTo: time.lowerBound.nextDown)
        return first..<max(first, rows(upTo: time.upperBound))
    }
}
