import Analysis
import Reports
import Telemetry
import Values

/// The episodes of a fleet's readings; see `FleetEngine`.
struct SignalEpisodes {
    let readings: SetReadings
    let events: SetEvents
    let catalog: Catalog
    /// The slots that are compared, from 0 on.
    private let recorded: RecordedSlots
    private let regimes: RegimeReadings?
    private let failures: [Int: [Int]]

    init(readings: SetReadings, events: SetEvents) {
        self.readings = readings
        self.events = events
        catalog = readings.catalog
        let recorded =
            catalog.axis.isCalendar
            ? RecordedSlots(readings.devices, in: readings.slots, step: readings.step)
            : RecordedSlots(all: readings.slots)
        self.recorded = recorded
        failures = Self.failures(readings, events, recorded)
        regimes = RegimeReadings(readings.devices, signals: catalog.metrics.count)
    }

    /// - Complexity: O(readings).
    func episodes() -> [Episode] {
        guard !catalog.metrics.isEmpty else { return [] }
        let refs = catalog.metricRefs
        return FleetEngine(fleet, work: work).episodes().map { found in
            let isFleet = found.devices.count == catalog.devices.count && found.devices.count > 1
            let levels = levels(of: found)
            return Episode(
                found.kind, devices: isFleet ? [] : found.devices.map(catalog.deviceRef),
                group: found.group.map {
                    Episode.Group(attribute: catalog.attributes[$0.attribute], value: $0.value)
                },
                subjects: found.signals.map { .metric(refs[$0]) },
                from: time(found.from), to: found.to.map { time($0 - 1) },
                severity: found.severity, actual: levels.actual, expected: levels.expected)
        }
    }

    /// The level of the first signal and the expected one; for devices apart throughout, their
    /// median and that of the other devices.
    private func levels(of found: FleetEpisode) -> (actual: Double?, expected: Double?) {
        guard found.kind == .apart, let signal = found.signals.first else {
            return (found.actual, found.expected)
        }
        let medians = readings.devices.map { device in
            Statistics.median(device.values[signal].map(Double.init))
        }
        let own = Set(found.devices)
        let others = medians.indices.filter { !own.contains($0) }.map { medians[$0] }
        let levels = (
            Statistics.median(found.devices.map { medians[$0] }), Statistics.median(others)
        )
        return (
            levels.0.isFinite ? levels.0 : nil, levels.1.isFinite ? levels.1 : nil
        )
    }

    private func time(_ place: Int) -> Double {
        readings.time(readings.slots.lowerBound + recorded.slot(at: place))
    }

    private var fleet: FleetReadings {
        let zone = Zone(of: catalog.axis.kind)
        let start = readings.time(readings.slots.lowerBound)
        let isCalendar = catalog.axis.isCalendar
        return FleetReadings(
            start: isCalendar ? zone.wall(start) : 0, step: readings.step,
            slotCount: recorded.count, hasDates: isCalendar,
            attributeNames: catalog.attributes,
            signals: catalog.metrics.indices.map { metric in
                FleetReadings.Signal(
                    name: catalog.metrics[metric].name,
                    isState: regimes?.isSetPoint(metric) ?? false)
            },
            devices: catalog.devices.indices.map(device))
    }

    private func device(_ index: Int) -> FleetReadings.Device {
        let own = readings.devices[index]
        let (from, end) = (
            Int32(clamping: readings.slots.lowerBound), Int32(clamping: readings.slots.upperBound)
        )
        let first = own.slots.indices.partitionPoint { own.slots[$0] < from }
        let last = own.slots.indices.partitionPoint { own.slots[$0] < end }
        let described = catalog.devices[index]
        return FleetReadings.Device(
            name: described.name,
            attributes: catalog.attributes.indices.map { place in
                described.attributes.indices.contains(place) && !described.attributes[place].isEmpty
                    ? described.attributes[place] : nil
            },
            slots: recorded.places(of: own.slots[first..<last], from: from),
            values: (regimes?.levelled(own.values) ?? own.values).map {
                $0.isEmpty ? [] : Array($0[first..<last])
            },
            failures: failures[index] ?? [])
    }

    /// Slots, from the start of the set, at which each device failed; ascending.
    private static func failures(
        _ readings: SetReadings, _ events: SetEvents, _ recorded: RecordedSlots
    ) -> [Int: [Int]] {
        let found = events.events(.failure, readings.catalog).compactMap {
            _, event -> (Int, Int)? in
            let slot = readings.slot(event.time)
            return readings.slots.contains(slot)
                ? (event.device, recorded.place(of: slot - readings.slots.lowerBound)) : nil
        }
        return Dictionary(grouping: found, by: \.0).mapValues { $0.map(\.1).sorted() }
    }

    /// Repairs and work orders; one whose text names a signal is on that signal's sensor.
    private var work: [FleetWork] {
        let names = catalog.metrics.map { $0.name.lowercased() }
        return events.events(.repair, catalog).compactMap { code, event in
            let slot = readings.slot(event.time)
            guard readings.slots.contains(slot) else { return nil }
            let text = catalog.codes[code].name.lowercased()
            return FleetWork(
                device: event.device,
                slot: recorded.place(of: slot - readings.slots.lowerBound),
                signal: names.indices.filter { text.contains(names[$0]) }
                    .max { names[$0].count < names[$1].count })
        }
    }
}
