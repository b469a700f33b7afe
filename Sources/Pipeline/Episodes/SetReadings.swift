import Analysis
import Telemetry
import Values

/// The readings of all devices on one grid, and the part of the grid that the set is about.
///
/// The grid's step is the usual time between readings of one metric of a device: the source's slots
/// are narrower where readings take turns or rows come with jitter.
struct SetReadings: Sendable {
    let catalog: Catalog
    /// One per device of the catalog, by slots of `step`.
    let devices: [DeviceReadings]
    /// Length of a slot, in the axis' unit.
    let step: Double
    /// The slots that the set is about: without rows of a clock that was years off, up to where
    /// more than one device still reports.
    let slots: Range<Int>

    /// Devices, and a twentieth of the slots of each, that the step is estimated from.
    private static let sample = 200

    /// Reads every device once, on all cores.
    ///
    /// - Parameter main: The time that the set is about; `nil` = all of it.
    /// - Throws: What the source throws.
    /// - Complexity: O(cells · metrics) time and memory.
    init(_ source: any TelemetrySource, main: ClosedRange<Double>?) throws {
        catalog = source.catalog
        let results = Concurrent.map(catalog.devices.count) { device in
            Result { try source.readings(of: device, Filter(devices: [device])) }
        }
        let finest = try results.map { try $0.get() }
        let factor = Self.factor(finest)
        devices =
            factor == 1
            ? finest : Concurrent.map(finest.count) { finest[$0].coarsened(by: factor) }
        step = catalog.axis.bucketWidth * Double(factor)
        slots = Self.slots(devices, axis: catalog.axis, step: step, main: main)
    }

    /// The median number of source slots between readings, over devices and metrics; at least 1.
    private static func factor(_ devices: [DeviceReadings]) -> Int32 {
        let places = stride(
            from: 0, to: devices.count, by: max(1, devices.count / sample))
        let steps = places.flatMap { place -> [Double] in
            let device = devices[place]
            return device.values.compactMap { column in
                let slots = column.indices.prefix(20 * sample)
                    .filter { !column[$0].isNaN }.map { device.slots[$0] }
                let steps = zip(slots.dropFirst(), slots).map { Double($0 - $1) }
                return steps.isEmpty ? nil : Statistics.median(steps)
            }
        }
        return steps.isEmpty ? 1 : max(1, Int32(clamping: Statistics.median(steps).rounded()))
    }

    private static func slots(
        _ devices: [DeviceReadings], axis: TimeAxis, step: Double, main: ClosedRange<Double>?
    ) -> Range<Int> {
        let slot = { (time: Double) in
            Int(clamping: ((time - axis.start) / step + 1e-6).rounded(.down))
        }
        let whole = main ?? axis.dataRange
        let first = slot(whole.lowerBound)
        var last = slot(whole.upperBound)
        let ends = devices.compactMap { device in
            device.slots.last { Int($0) <= last }.map { Int($0) }
        }.sorted(by: >)
        // A single device beyond all others has a wrong clock, or the others were exported earlier.
        if ends.count >= 4, let second = ends.dropFirst().first { last = min(last, second) }
        return first..<max(first, last) + 1
    }

    /// When a slot begins, in the axis' unit.
    func time(_ slot: Int) -> Double { catalog.axis.start + Double(slot) * step }

    /// The slot that contains a time, which may lie outside `slots`.
    func slot(_ time: Double) -> Int {
        Int(clamping: ((time - catalog.axis.start) / step).rounded(.down))
    }
}

extension DeviceReadings {
    /// The readings in slots that are `factor` times as long: the mean of each.
    fileprivate func coarsened(by factor: Int32) -> DeviceReadings {
        var coarse = DeviceReadings(
            device: device, slots: [], rows: [], values: values.map { _ in [] })
        var targets: [Int] = []
        targets.reserveCapacity(slots.count)
        for (place, slot) in slots.enumerated() {
            let target = slot / factor
            if coarse.slots.last != target {
                coarse.slots.append(target)
                coarse.rows.append(0)
            }
            coarse.rows[coarse.rows.count - 1] &+= rows[place]
            targets.append(coarse.slots.count - 1)
        }
        let count = coarse.slots.count
        coarse.values = values.map { $0.isEmpty ? [] : Self.means($0, targets, count: count) }
        return coarse
    }

    private static func means(_ values: [Float], _ targets: [Int], count: Int) -> [Float] {
        var sums = [Float](repeating: 0, count: count)
        var counts = [Float](repeating: 0, count: count)
        for (value, target) in zip(values, targets) where !value.isNaN {
            sums[target] += value
            counts[target] += 1
        }
        return zip(sums, counts).map { $1 > 0 ? $0 / $1 : .nan }
    }
}
