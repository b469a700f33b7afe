public import Values

extension FileSchema {
    /// What the rows measure: one entry for each column of `RecordBatch.metrics`. In a long table
    /// each signal is one, in order of the signals and, within these, of the value columns.
    /// Counters have the unit of their rate.
    public var readings: [ColumnSchema] {
        let columns = columns(.metric)
        guard let signals else {
            return columns.map { column in
                var reading = column
                if column.isCounter { reading.unit = UnitGrammar.ratePerHour(column.unit) }
                return reading
            }
        }
        return signals.signals.flatMap { signal in
            columns.map { column in
                var reading = column
                reading.name =
                    columns.count == 1 ? signal.name : "\(signal.name) \(column.name)"
                reading.unit =
                    signal.unit.map { $0.count == 1 ? $0 : UnitGrammar.canonical($0) ?? $0 }
                    ?? ColumnName(signal.name).unit
                reading.unit = reading.unit ?? column.unit
                return reading
            }
        }
    }
}
