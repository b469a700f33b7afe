import Reports
import Telemetry
import Values

/// Finds the times of the sides of a comparison.
struct SidePlan {
    let source: any TelemetrySource
    let whole: ClosedRange<Double>
    let question: ComparisonQuestion

    private typealias Side = ComparisonReport.Side

    /// A period and the one before: as asked for, or the last weeks, week, day or hour that fits in
    /// twice.
    func periods(of device: Int?) -> [ComparisonReport.Side] {
        let device = device.map(source.catalog.deviceRef)
        let later = question.period ?? range(end - usual, end)
        let length = later.upperBound - later.lowerBound
        let earlier =
            question.earlier ?? range(later.lowerBound - length, later.lowerBound)
        return [earlier, later].map {
            Side(device: device, from: $0.lowerBound, to: $0.upperBound, zero: $0.lowerBound)
        }
    }

    /// As long before a device's last event of a kind as after it; empty where it has none, or
    /// nothing lies on one side of it.
    ///
    /// - Throws: What the source throws.
    func around(_ kind: EventKind, of device: Int) throws -> [ComparisonReport.Side] {
        guard let time = try last(kind, of: device) else { return [] }
        let length = min(usual, time - whole.lowerBound, end - time)
        guard length > 0 else { return [] }
        let own = source.catalog.deviceRef(device)
        return [
            Side(device: own, from: time - length, to: time, zero: time - length),
            Side(device: own, from: time, to: time + length, zero: time),
        ]
    }

    /// A device in the period, else in the last weeks; the group is in the same one.
    func group(of device: Int?) -> [ComparisonReport.Side] {
        guard let device else { return [] }
        let period = question.period ?? range(end - usual, end)
        return [
            Side(
                device: source.catalog.deviceRef(device), from: period.lowerBound,
                to: period.upperBound, zero: 0)
        ]
    }

    /// The devices in the period, or around what their time is counted from.
    ///
    /// - Throws: What the source throws.
    func devices(
        _ devices: [Int], _ alignment: ComparisonQuestion.Alignment
    ) throws -> (sides: [ComparisonReport.Side], lacking: [Int]) {
        let period = question.period ?? range(whole.lowerBound, end)
        guard alignment != .time else {
            let sides = devices.map {
                Side(
                    device: source.catalog.deviceRef($0), from: period.lowerBound,
                    to: period.upperBound, zero: 0)
            }
            return (sides, [])
        }
        var zeros: [(device: Int, zero: Double)] = []
        for device in devices {
            if let zero = try zero(of: device, alignment) { zeros.append((device, zero)) }
        }
        // All sides are as long as the shortest record allows, and begin at the same offset.
        let before =
            alignment == .start
            ? 0 : min(usual, zeros.map { $0.zero - whole.lowerBound }.min() ?? 0)
        let room = zeros.map { end - $0.zero }.min() ?? 0
        let after = alignment == .start ? room : min(usual, room)
        let sides = zeros.map { device, zero in
            Side(
                device: source.catalog.deviceRef(device), from: zero - before, to: zero + after,
                zero: zero)
        }
        let found = Set(zeros.map(\.device))
        return (sides, devices.filter { !found.contains($0) })
    }

    private func zero(
        of device: Int, _ alignment: ComparisonQuestion.Alignment
    ) throws -> Double? {
        if let kind = alignment.event { return try last(kind, of: device) }
        let series = try source.series(of: device, Filter(from: whole.lowerBound))
        return series.times.first
    }

    private func last(_ kind: EventKind, of device: Int) throws -> Double? {
        let codes = source.catalog.codes
        return try source.events(of: device, Filter()).last { event in
            codes[event.code].kind == kind && whole.contains(event.time)
        }?.time
    }

    private func range(_ from: Double, _ to: Double) -> ClosedRange<Double> {
        ClosedRange(from: from, to: to) ?? whole
    }

    /// Where the last bucket ends.
    private var end: Double { whole.upperBound + source.catalog.axis.bucketWidth }

    /// The longest usual span that fits in twice; half of what is there for very short ones.
    private var usual: Double {
        let length = end - whole.lowerBound
        guard source.catalog.axis.isCalendar else { return length / 2 }
        let spans = [28, 7, 1, 1.0 / 24].map { $0 * Scope.day }
        return spans.first { 2 * $0 <= length } ?? length / 2
    }
}
