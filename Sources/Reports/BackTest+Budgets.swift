extension BackTest {
    /// What alarms are worth to a crew that can look after only so many of them a week: the gravest ones
    /// of the held-out rows are taken, as many as the time allows.
    public struct Budget: Sendable, Hashable, Codable {
        /// Alarms a week that can be looked after.
        public var perWeek: Int
        /// Failures of the held-out time, of any code.
        public var failures: Int
        /// Of these, those with an alarm of their device within the horizon before.
        public var announced: Int
        /// The median time from the first such alarm to its failure, in the axis' unit; nil for none.
        public var leadTime: Double?

        /// The share of the failures that were announced.
        public var share: Double { failures > 0 ? Double(announced) / Double(failures) : .nan }

        /// What so many alarms a week would have announced.
        package init(perWeek: Int, failures: Int, announced: Int, leadTime: Double?) {
            self.perWeek = perWeek
            self.failures = failures
            self.announced = announced
            self.leadTime = leadTime
        }
    }
}
