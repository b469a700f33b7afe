import Reports
import Values

/// One line of the devices that need attention: a device, or several whose gravest trouble is one
/// and the same, so that a common cause is one line.
struct AttentionRow {
    let worst: OverviewReport.DeviceRow
    private var others: [OverviewReport.DeviceRow] = []

    private init(_ worst: OverviewReport.DeviceRow) { self.worst = worst }

    /// The worst first; never empty.
    var devices: [OverviewReport.DeviceRow] { [worst] + others }
    var isShared: Bool { !others.isEmpty }

    /// The rows in their order, with those of one trouble at the place of the first.
    static func grouped(_ rows: [OverviewReport.DeviceRow]) -> [AttentionRow] {
        var lines: [AttentionRow] = []
        var places: [String: Int] = [:]
        for row in rows {
            let cause = row.trouble.flatMap { $0.devices.count == 1 ? nil : $0.id }
            if let cause, let place = places[cause] {
                lines[place].others.append(row)
            } else {
                if let cause { places[cause] = lines.count }
                lines.append(AttentionRow(row))
            }
        }
        return lines
    }

    /// Each device by itself.
    static func single(_ rows: [OverviewReport.DeviceRow]) -> [AttentionRow] {
        rows.map(AttentionRow.init)
    }

    /// The lowest health and the highest.
    var health: (low: Double, high: Double) {
        let values = devices.map(\.health)
        return (values.min() ?? worst.health, values.max() ?? worst.health)
    }

    var errors: Compared? { sum(\.errors) }
    var failures: Compared? { sum(\.failures) }

    /// Nil where none is known; a span before that one lacks is not told.
    private func sum(_ figures: (OverviewReport.DeviceRow) -> Compared?) -> Compared? {
        let known = devices.compactMap(figures)
        guard var total = known.first else { return nil }
        for other in known.dropFirst() {
            total.current += other.current
            total.previous =
                if let own = total.previous, let more = other.previous { own + more } else { nil }
        }
        return total
    }
}
