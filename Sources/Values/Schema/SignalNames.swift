/// The signals of a long table, where each row names its signal (`temperature`, `vibration`) in one
/// column and gives the value in another.
public struct SignalNames: Sendable, Hashable, Codable {
    /// One signal of a long table.
    public struct Signal: Sendable, Hashable, Codable {
        /// The name as the rows write it.
        public var name: String
        /// The unit, where a column of units gives the same in all rows of the signal.
        public var unit: String?

        package init(name: String, unit: String? = nil) {
            self.name = name
            self.unit = unit
        }
    }

    /// Index of the column with the names.
    public var column: Int
    /// The signals of the sample in order of appearance; rows that name others are reported.
    public var signals: [Signal]

    package init(column: Int, signals: [Signal]) {
        self.column = column
        self.signals = signals
    }
}
