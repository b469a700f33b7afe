/// Rows of a table that have a code, in any order.
public struct TableEvents: Sendable {
    /// Rows of one device, time, code and severity.
    public struct Event: Sendable, Hashable {
        /// As the table writes it; empty where it names none.
        public var device: String
        /// On the set's axis.
        public var time: Double
        /// Never empty.
        public var code: String
        /// Empty where the table has none.
        public var severity: String
        /// How many rows are alike.
        public var count: Int

        /// `count` is above 0.
        public init(device: String, time: Double, code: String, severity: String, count: Int) {
            self.device = device
            self.time = time
            self.code = code
            self.severity = severity
            self.count = count
        }
    }

    /// In the order in which they came.
    public var events: [Event]

    /// Events as the database gives them.
    public init(events: [Event]) { self.events = events }
}
