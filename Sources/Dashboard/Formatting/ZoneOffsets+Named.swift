package import Pipeline
package import Telemetry

extension ZoneOffsets {
    /// The offsets of a zone.
    package init(_ zone: Telemetry.CalendarZone) {
        first = zone.offsets.first ?? 0
        transitions = zip(zone.changes, zone.offsets.dropFirst()).map {
            Transition(at: Double($0), offset: $1)
        }
    }

    /// The offsets of an axis; those of UTC without dates.
    package init(of axis: AxisUnit) {
        self = .utc
        // Nearly every set is in UTC, and reading a zone's table costs a tenth of making a page.
        guard case .time(let name, _) = axis, name != "UTC" else { return }
        if let named = ZoneOffsets(named: name) { self = named }
    }

    /// The offsets of a named zone (IANA, such as `Europe/Berlin`); `nil` for an unknown name.
    ///
    /// Looking a zone up takes a few milliseconds: keep the value.
    package init?(named name: String) {
        guard let zone = try? Telemetry.CalendarZone(name) else { return nil }
        self.init(zone)
    }
}
