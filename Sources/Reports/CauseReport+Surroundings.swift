public import Values

extension CauseReport {
    /// A change of a set point, a mode or another command that the readings followed as they did
    /// before: no fault.
    public struct Command: Sendable, Hashable {
        /// The command's column.
        public var metric: MetricRef
        /// When it was changed.
        public var time: Double
        /// Its value before.
        public var from: Double
        /// Its value since.
        public var to: Double
        /// Earlier changes of it that the readings followed in proportion.
        public var earlier: Int

        /// Makes a change of a command.
        public init(metric: MetricRef, time: Double, from: Double, to: Double, earlier: Int) {
            self.metric = metric
            self.time = time
            self.from = from
            self.to = to
            self.earlier = earlier
        }
    }

    /// An event or a change of a state of the device that came so shortly before that chance hardly
    /// explains it.
    public struct Event: Sendable, Hashable {
        /// What came.
        public enum Subject: Sendable, Hashable {
            case code(CodeRef)
            case change(MetricRef, from: Double, to: Double)

            /// The name as the files give it.
            public var name: String {
                switch self {
                case .code(let code): code.name
                case .change(let metric, _, _): metric.name
                }
            }
        }

        /// What came.
        public var subject: Subject
        /// When it came.
        public var time: Double
        /// How long before the first reading left its course, in the axis' unit; 0 for the same row.
        public var before: Double
        /// How many such events the device had, this one included.
        public var count: Int
        /// In how long a time.
        public var span: Double

        /// Makes an event.
        public init(subject: Subject, time: Double, before: Double, count: Int, span: Double) {
            self.subject = subject
            self.time = time
            self.before = before
            self.count = count
            self.span = span
        }
    }

    /// How the leading readings went in earlier episodes of the same kind.
    public struct EarlierOrder: Sendable, Hashable {
        /// The middle of some lengths of time, and the range that they span, in the axis' unit.
        public struct Delay: Sendable, Hashable {
            /// The median.
            public var median: Double
            /// The shortest.
            public var low: Double
            /// The longest.
            public var high: Double

            /// Makes a delay.
            public init(median: Double, low: Double, high: Double) {
                self.median = median
                self.low = low
                self.high = high
            }
        }

        /// The readings that led now, in their order: one to three.
        public var leading: [MetricRef]
        /// Earlier episodes that were looked at.
        public var examined: Int
        /// Those in which they left their course in the same order; of one reading alone, those in which
        /// it was the first of all and went to the same side.
        public var agreeing: Int
        /// Devices that they were on.
        public var devices: Int
        /// From the first to the second reading, in those that agree; `nil` for one reading.
        public var delay: Delay?
        /// From the first reading to the failure, in those that agree; `nil` where none is asked about.
        public var lead: Delay?

        /// Makes a comparison with earlier episodes.
        public init(
            leading: [MetricRef], examined: Int, agreeing: Int, devices: Int, delay: Delay? = nil,
            lead: Delay? = nil
        ) {
            self.leading = leading
            self.examined = examined
            self.agreeing = agreeing
            self.devices = devices
            self.delay = delay
            self.lead = lead
        }
    }
}
