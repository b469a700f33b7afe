/// What the readings of a long table measure: each row names its signal (`temperature`,
/// `vibration`) in one column and gives the value in another.
public struct SignalNames: Sendable, Hashable, Codable {
    /// A signal as the rows name it.
    public struct Signal: Sendable, Hashable, Codable {
        /// The name as written.
        public var name: String
        /// The unit, where a column of units gives every row of the signal the same.
        public var unit: String?

        /// A signal of a long table by its name, with its unit where one is known.
        package init(name: String, unit: String? = nil) {
            self.name = name
            self.unit = unit
        }
    }

    /// The column of the names.
    public var column: Int
    /// The signals of the sample, in order of appearance; rows that name others are reported.
    public var signals: [Signal]

    /// The signals that a column of a long table names.
    package init(column: Int, signals: [Signal]) {
        self.column = column
        self.signals = signals
    }
}
