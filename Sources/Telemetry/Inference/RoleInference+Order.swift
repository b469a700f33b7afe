import Values

extension RoleInference {
    /// A column that numbers the rows where they are a series: what is measured in one row is near
    /// what is measured in the next, as in a recording and unlike a list of things.
    var seriesNumber: SampleColumn? {
        guard let number = table.columns.first(where: isRowNumber), table.rowCount >= 100 else {
            return nil
        }
        let others = table.columns.filter { $0.index != number.index && !$0.isEmpty }
        // A row with a name or text of its own is a thing.
        guard others.allSatisfy({ $0.isNumber || $0.distinct.count * 4 < table.rowCount }) else {
            return nil
        }
        let measured = others.filter { $0.isNumber && !$0.isConstant && $0.distinct.count > 2 }
        let serial = measured.count(where: isSerial)
        return !measured.isEmpty && 2 * serial >= measured.count ? number : nil
    }

    /// Von Neumann's ratio (Annals of Mathematical Statistics 12, 1941): the mean squared step over
    /// twice the variance is 1 without order, and near 0 in a smooth record.
    private func isSerial(_ column: SampleColumn) -> Bool {
        var (squares, count) = (0.0, 0)
        for (before, after) in table.steps
        where !column.numbers[before].isNaN && !column.numbers[after].isNaN {
            let step = column.numbers[after] - column.numbers[before]
            squares += step * step
            count += 1
        }
        let present = column.numbers.filter { !$0.isNaN }
        let mean = present.reduce(0, +) / Double(max(1, present.count))
        let variance =
            present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, present.count))
        guard count >= 50, variance > 0 else { return false }
        return squares / Double(count) / (2 * variance) < 0.7
    }
}
