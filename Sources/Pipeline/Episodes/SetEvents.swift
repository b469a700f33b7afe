import Analysis
import Telemetry
import Values

/// The events of all devices, by code.
struct SetEvents: Sendable {
    /// One event, or several of one code at one time.
    struct Event: Sendable, Hashable {
        var time: Double
        var device: Int
        var count: Int
    }

    /// By code of the catalog, ascending in time.
    let byCode: [[Event]]

    /// - Throws: What the source throws.
    /// - Complexity: O(events · log events).
    init(_ source: any TelemetrySource) throws {
        let catalog = source.catalog
        let results = Concurrent.map(catalog.devices.count) { device in
            Result { try source.events(of: device, Filter(devices: [device])) }
        }
        var byCode = [[Event]](repeating: [], count: catalog.codes.count)
        for (device, result) in results.enumerated() {
            for event in try result.get() {
                byCode[event.code].append(
                    Event(time: event.time, device: device, count: event.count))
            }
        }
        self.byCode = byCode.map { events in
            events.sorted { ($0.time, $0.device) < ($1.time, $1.device) }
        }
    }

    /// All events of a kind with their codes, ascending in time.
    func events(_ kind: EventKind, _ catalog: Catalog) -> [(code: Int, event: Event)] {
        catalog.codes.indices.filter { catalog.codes[$0].kind == kind }
            .flatMap { code in byCode[code].map { (code, $0) } }
            .sorted { ($0.1.time, $0.0) < ($1.1.time, $1.0) }
    }
}
