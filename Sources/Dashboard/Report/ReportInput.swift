package import Reports
package import Values
import Wording

/// What a report is made of.
package struct ReportInput: Sendable {
    /// The analysis of the period, predictions, notes and language, as for a page.
    package var page: PageInput
    /// The analysis of the period before, of the same length; nil where data do not reach so far.
    package var before: Snapshot?
    /// Reports of devices: of a report on one device that one, else of the worst ones.
    package var diagnoses: [DiagnosticReport]
    /// Whether it is about the first of `diagnoses` alone.
    package var isOfDevice: Bool

    package init(
        page: PageInput, before: Snapshot? = nil, diagnoses: [DiagnosticReport] = [],
        isOfDevice: Bool = false
    ) {
        (self.page, self.before) = (page, before)
        (self.diagnoses, self.isOfDevice) = (diagnoses, isOfDevice)
    }

    /// How many of the worst devices a report on a fleet shows with their readings.
    package static let worstShown = 2

    /// The devices that a report on a fleet shows with their readings: the worst that are not OK.
    package static func worst(_ snapshot: Snapshot) -> [DeviceRef] {
        let devices = snapshot.overview.devices
        if snapshot.context.deviceCount == 1 { return devices.prefix(1).map(\.device) }
        return devices.filter { $0.status != .ok }.prefix(worstShown).map(\.device)
    }
}

extension Choice {
    /// The period before that of the context, as long as it; nil where none is chosen, or where the
    /// data do not reach back over at least nine tenths of it.
    package func before(_ context: ReportContext) -> Choice? {
        guard let from, context.isPeriodChosen else { return nil }
        let length = min(to ?? context.range.upperBound, context.range.upperBound) - from
        guard length > 0, from - context.range.lowerBound >= 0.9 * length else { return nil }
        var choice = self
        choice.from = from - length
        // Cycles and rows are whole numbers.
        if case .time = context.axis {
            choice.to = from.nextDown
        } else {
            choice.to = from.rounded(.up) - 1
        }
        return choice
    }
}
