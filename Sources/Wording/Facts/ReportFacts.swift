package import Values

/// The sections of a report for reading away from the screen, in their order.
package enum ReportSection: String, Sendable, Hashable, CaseIterable {
    case state, changed, devices, signals, findings, rates, outlook, open, quality, method
}

/// What became of the devices between the ends of two periods.
package struct StatusChange: Sendable, Hashable {
    /// Devices that need attention now and did not before, the worst first.
    package var new: [DeviceRef]
    /// Devices that needed attention before and do not now.
    package var recovered: [DeviceRef]
    /// Devices that need attention at both ends.
    package var lasting: [DeviceRef]

    package init(new: [DeviceRef] = [], recovered: [DeviceRef] = [], lasting: [DeviceRef] = []) {
        (self.new, self.recovered, self.lasting) = (new, recovered, lasting)
    }

    package var now: Int { new.count + lasting.count }
    package var before: Int { recovered.count + lasting.count }
}

/// Events of a kind in a period and in the one before, of the same length.
package struct EventChange: Sendable, Hashable {
    package var kind: EventKind
    package var now: Int
    package var before: Int

    package init(kind: EventKind, now: Int, before: Int) {
        (self.kind, self.now, self.before) = (kind, now, before)
    }
}

/// The heads of the table of figures.
package struct ReportColumns: Sendable, Hashable {
    package var figure: String
    package var now: String
    package var before: String
}
