package import Reports
package import Values

/// What sentences on the Overview say, before it has words.
extension OverviewReport.Headline {
    /// The headline's finding; nil where nothing is unusual.
    package var unusual: Finding? {
        guard let finding else { return nil }
        if case .nothingUnusual = finding.kind { return nil }
        return finding
    }
}

extension OverviewReport {
    /// The gravest episode of the period, where it is over and none is open.
    package var gravestOver: Episode? {
        guard case .episode(let episode)? = headline.finding?.kind, !episode.isOpen,
            episode.grade != .remark
        else { return nil }
        return episode
    }
}

extension OverviewReport.Lanes {
    /// The cell with the highest value above 0.
    package var fullest: (device: DeviceRef, slice: TimeSlice, value: Double)? {
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

    /// The device with most cells of the value 1, for cells that are either marked or not.
    package var mostMarked: (device: DeviceRef, marks: Int)? {
        let counts = values.map { row in row.count { $0 == 1 } }
        guard let most = counts.max(), let row = counts.firstIndex(of: most),
            devices.indices.contains(row)
        else { return nil }
        return (devices[row], most)
    }
}

extension CodeBreakdown {
    /// The first codes that make up 60 % of all events, three at most, and their share, 0…1.
    package var leading: (codes: [CodeRef], share: Double) {
        var share = 0.0
        var codes: [CodeRef] = []
        for item in items where share < 0.6 && codes.count < 3 {
            share += item.share
            codes.append(item.code)
        }
        return (codes, share)
    }

    /// The code with most events in the recent span; nil where none has any.
    package var recentTop: Item? {
        items.max { ($0.recent?.current ?? 0) < ($1.recent?.current ?? 0) }
            .flatMap { ($0.recent?.current ?? 0) > 0 ? $0 : nil }
    }
}
