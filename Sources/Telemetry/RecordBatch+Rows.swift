extension RecordBatch {
    /// Whether every column has an entry for each row, and every entry is in its dictionary; times
    /// and lines are not checked.
    /// - Complexity: O(rows × columns).
    var isWhole: Bool {
        let texts = [devices] + codes + attributes + (severity.map { [$0] } ?? [])
        return texts.allSatisfy { column in
            column.indices.count == count
                && column.indices.allSatisfy { Int($0) < column.names.count }
        } && metrics.allSatisfy { $0.count == count } && (labels?.count ?? count) == count
    }

    /// The rows for which `passes` holds.
    /// - Complexity: O(rows × columns), O(rows) where all pass.
    func selected(where passes: (Int) -> Bool) -> RecordBatch {
        let rows = (0..<count).filter(passes)
        guard rows.count < count else { return self }
        var result = self
        result.count = rows.count
        result.lines = lines.selected(rows)
        result.times = rows.map { times[$0] }
        result.devices = devices.selected(rows)
        result.metrics = metrics.map { values in rows.map { values[$0] } }
        result.codes = codes.map { $0.selected(rows) }
        result.severity = severity?.selected(rows)
        result.labels = labels.map { labels in rows.map { labels[$0] } }
        result.attributes = attributes.map { $0.selected(rows) }
        return result
    }

    /// Names devices of rows without one by the row's number, which `number` counts from 0 and
    /// names from 1.
    mutating func nameRows(_ number: (Int) -> Int) {
        for row in devices.indices.indices where devices.indices[row] == 0 {
            devices.indices[row] = UInt32(devices.names.count)
            devices.names.append("\(number(row) + 1)")
        }
    }
}

extension DictionaryColumn {
    fileprivate func selected(_ rows: [Int]) -> DictionaryColumn {
        DictionaryColumn(names: names, indices: rows.map { indices[$0] })
    }
}
