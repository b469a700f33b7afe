/// What the readings of a long table measure: each row names its signal (`temperature`,
/// `vibration`) in one column and gives the value in another.
public struct SignalNames: Sendable, Hashable, Codable {
    /// A signal as the rows name it.
    public struct Signal: Sendable, Hashable, Codable {
        /// The name as written.
        public var name: String
        /// The unit, where a column of units gives every row of the signal the same.
        public var unit: String?
    }

    /// The column of the names.
    public var column: Int
    /// The signals of the sample, in order of appearance; rows that name others are reported.
    public var signals: [Signal]
}

extension FileSchema {
    /// What each row or, in a long table, all rows together measure: one entry for each column of
    /// `RecordBatch.metrics`.
    public var readings: [ColumnSchema] {
        let columns = columns(.metric)
        guard let signals else { return columns }
        return signals.signals.flatMap { signal in
            columns.map { column in
                var reading = column
                reading.name =
                    columns.count == 1 ? signal.name : "\(signal.name) \(column.name)"
                reading.unit = signal.unit ?? UnitNames.ending(of: ColumnName(signal.name).words)
                reading.unit = reading.unit ?? column.unit
                return reading
            }
        }
    }
}
