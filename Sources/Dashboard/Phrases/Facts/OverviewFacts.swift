import Reports
import Values

/// What sentences on the Overview say, before it has words.
extension OverviewReport.Headline {
    /// The finding, where it is one.
    var unusual: Finding? {
        guard let finding else { return nil }
        if case .nothingUnusual = finding.kind { return nil }
        return finding
    }
}

extension OverviewReport.Lanes {
    /// The cell with the highest value.
    var fullest: (device: DeviceRef, slice: TimeSlice, value: Double)? {
        var best: (row: Int, column: Int, value: Double)?
        for (row, values) in values.enumerated() {
            for (column, value) in values.enumerated() {
                guard let value, value.isFinite, value > best?.value ?? 0 else { continue }
                best = (row, column, value)
            }
        }
        guard let best, devices.indices.contains(best.row), slices.indices.contains(best.column)
        else { return nil }
        return (devices[best.row], slices[best.column], best.value)
    }

    /// Where a cell is either marked or not: the device with most marks.
    var mostMarked: (device: DeviceRef, marks: Int)? {
        let counts = values.map { row in row.count { $0 == 1 } }
        guard let most = counts.max(), let row = counts.firstIndex(of: most),
            devices.indices.contains(row)
        else { return nil }
        return (devices[row], most)
    }
}

extension CodeBreakdown {
    /// The codes that make most of all events, three at most, with their share.
    var leading: (codes: [CodeRef], share: Double) {
        var share = 0.0
        var codes: [CodeRef] = []
        for item in items where share < 0.6 && codes.count < 3 {
            share += item.share
            codes.append(item.code)
        }
        return (codes, share)
    }

    /// The code with most events lately, where it has any.
    var recentTop: Item? {
        items.max { ($0.recent?.current ?? 0) < ($1.recent?.current ?? 0) }
            .flatMap { ($0.recent?.current ?? 0) > 0 ? $0 : nil }
    }
}

extension OverviewReport.KPI {
    /// A figure against the one before.
    struct Change {
        var text: String
        var before: String

        /// `0`, `0.0`, `0 %`.
        var isNothing: Bool { !text.utf8.contains { $0 > 48 && $0 <= 57 } }
    }

    /// The previous figure, where both can be compared.
    private var comparable: Double? {
        previous.flatMap { $0.isFinite && value.isFinite ? $0 : nil }
    }

    func difference(_ format: Formatting) -> Change? {
        comparable.map {
            Change(text: format.signed(value - $0, 0), before: format.card($0))
        }
    }

    /// In per cent, but of few in their number.
    func ratio(_ format: Formatting) -> Change? {
        comparable.map {
            Change(
                text: $0 >= 20 ? format.change(value, from: $0) : format.signed(value - $0, 0),
                before: format.card($0))
        }
    }

    /// With as many digits as the readings' size asks for.
    func readingChange(_ format: Formatting) -> Change? {
        guard let previous = comparable else { return nil }
        let size = max(previous.magnitude, value.magnitude)
        guard size >= 0.01, size < 10_000 else {
            let sign = value < previous ? "−" : "+"
            return Change(
                text: sign + format.card((value - previous).magnitude),
                before: format.card(previous))
        }
        let decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3
        return Change(
            text: format.signed(value - previous, decimals),
            before: format.fixed(previous, decimals))
    }
}
