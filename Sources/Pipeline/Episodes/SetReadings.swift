import Analysis
import Telemetry
import Values

/// The readings of all devices of a set in their order, and the part of the grid that it is about.
struct SetReadings: Sendable {
    let catalog: Catalog
    /// One per device of the catalog.
    let devices: [DeviceReadings]
    /// The slots that the set is about: without rows of a clock that was years off, and up to where
    /// more than one device still reports.
    let slots: Range<Int>

    /// Reads every device once, on all cores.
    ///
    /// - Parameter main: What the set is about; `nil` = all of it.
    /// - Throws: What the source throws.
    /// - Complexity: O(cells · metrics) time and memory.
    init(_ source: any TelemetrySource, main: ClosedRange<Double>?) throws {
        catalog = source.catalog
        let results = Concurrent.map(catalog.devices.count) { device in
            Result { try source.readings(of: device, Filter(devices: [device])) }
        }
        devices = try results.map { try $0.get() }
        slots = Self.slots(devices, axis: catalog.axis, main: main)
    }

    private static func slots(
        _ devices: [DeviceReadings], axis: TimeAxis, main: ClosedRange<Double>?
    ) -> Range<Int> {
        let slot = { (time: Double) in
            Int(clamping: ((time - axis.start) / axis.bucketWidth + 1e-6).rounded(.down))
        }
        let first = main.map { slot($0.lowerBound) } ?? 0
        var last = main.map { slot($0.upperBound) } ?? axis.bucketCount - 1
        let ends = devices.compactMap { device in
            device.slots.last { Int($0) <= last }.map { Int($0) }
        }.sorted(by: >)
        // One device alone beyond all others has a wrong clock, or the others were exported earlier.
        if ends.count >= 4, let second = ends.dropFirst().first { last = min(last, second) }
        return first..<max(first, last) + 1
    }

    /// Where a slot begins.
    func time(_ slot: Int) -> Double { catalog.axis.time(ofSlot: slot) }
}
