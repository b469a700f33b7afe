import Values

extension BackTest {
    /// The failures that a crew would have been warned of if it can look after only so many alarms
    /// a week: the highest scores of the held-out rows are taken, as many as that time allows.
    /// Optionals are nil in files of earlier versions.
    public struct Budget: Sendable, Hashable, Codable {
        /// Alarms that can be looked after in a week.
        public var perWeek: Int
        /// Failures in the held-out time, of any code.
        public var failures: Int
        /// Of these, failures with one of the alarms on their device within the horizon before.
        public var announced: Int
        /// Median time from the first such alarm to its failure, in the axis' unit; nil where none
        /// was announced.
        public var leadTime: Double?
        /// The 10th and the 90th percentile of these times, two values.
        public var leadRange: [Double]?
        /// Announced failures by the quarter of the horizon that their first alarm left, the
        /// shortest time first.
        public var leadCounts: [Int]?
        /// Alarms raised in all.
        public var alarms: Int?
        /// Of these, alarms that a failure followed within the horizon.
        public var truePositives: Int?

        /// The share of the failures that were announced, 0…1; NaN without failures.
        public var share: Double { failures > 0 ? Double(announced) / Double(failures) : .nan }

        /// The share of the alarms that a failure followed, 0…1; nil without alarms, or where their
        /// number is not known.
        public var precision: Double? {
            guard let alarms, let truePositives, alarms > 0 else { return nil }
            return Double(truePositives) / Double(alarms)
        }

        /// `leadRange` as a range; nil where it is not known.
        public var leadEnds: ClosedRange<Double>? {
            guard let leadRange, leadRange.count == 2 else { return nil }
            return ClosedRange(from: leadRange[0], to: leadRange[1])
        }

        package init(
            perWeek: Int, failures: Int, announced: Int, leadTime: Double?,
            leadRange: [Double]? = nil, leadCounts: [Int]? = nil, alarms: Int? = nil,
            truePositives: Int? = nil
        ) {
            self.perWeek = perWeek
            self.failures = failures
            self.announced = announced
            self.leadTime = leadTime
            self.leadRange = leadRange
            self.leadCounts = leadCounts
            self.alarms = alarms
            self.truePositives = truePositives
        }

        /// Whether the counts read from a file can be true, so that nothing overflows.
        var isPossible: Bool {
            let counts = [perWeek, failures, announced, alarms ?? 0, truePositives ?? 0]
            return (counts + (leadCounts ?? [])).allSatisfy(\.isPossibleCount)
                && (leadCounts?.count ?? 0) <= 100
        }
    }
}
