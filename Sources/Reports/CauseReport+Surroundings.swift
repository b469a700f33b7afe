public import Values

extension CauseReport {
    /// A changed set point, mode or other command that the readings followed as they did before: no
    /// fault.
    public struct Command: Sendable, Hashable {
        /// The column that holds the command.
        public var metric: MetricRef
        /// When it changed, in the axis' unit.
        public var time: Double
        /// Its value before.
        public var from: Double
        /// Its value afterwards.
        public var to: Double
        /// Earlier changes of this command that the readings followed in proportion.
        public var earlier: Int

        /// A change of `metric` at `time`.
        public init(metric: MetricRef, time: Double, from: Double, to: Double, earlier: Int) {
            self.metric = metric
            self.time = time
            self.from = from
            self.to = to
            self.earlier = earlier
        }
    }

    /// An event or a change of state of the device that came so shortly before the departure that
    /// chance hardly explains it.
    public struct Event: Sendable, Hashable {
        /// The device's event by code, or the change of a state, a column of few values.
        public enum Subject: Sendable, Hashable {
            case code(CodeRef)
            case change(MetricRef, from: Double, to: Double)

            /// The code's or the state's name as the files give it.
            public var name: String {
                switch self {
                case .code(let code): code.name
                case .change(let metric, _, _): metric.name
                }
            }
        }

        /// What happened.
        public var subject: Subject
        /// When it came, in the axis' unit.
        public var time: Double
        /// How long before the first reading left its course, in the axis' unit; 0 within the same
        /// row.
        public var before: Double
        /// Events of the same sort on the device up to then, this one included.
        public var count: Int
        /// The length of the record in which they were counted, in the axis' unit.
        public var span: Double

        /// An event `before` the first departure, one of `count` within `span`.
        public init(subject: Subject, time: Double, before: Double, count: Int, span: Double) {
            self.subject = subject
            self.time = time
            self.before = before
            self.count = count
            self.span = span
        }
    }

    /// How the leading readings behaved before earlier episodes of the same kind.
    public struct EarlierOrder: Sendable, Hashable {
        /// A distribution of delays, in the axis' unit.
        public struct Delay: Sendable, Hashable {
            /// The median delay.
            public var median: Double
            /// The shortest of the delays.
            public var low: Double
            /// The longest of the delays.
            public var high: Double

            /// The median and the extremes of some delays.
            public init(median: Double, low: Double, high: Double) {
                self.median = median
                self.low = low
                self.high = high
            }
        }

        /// The readings that lead now, in order of departure: one to three.
        public var leading: [MetricRef]
        /// Earlier episodes that were compared, at most 12.
        public var examined: Int
        /// Of these, episodes in which the readings departed in the same order; with one reading,
        /// those in which it departed before all others and to the same side.
        public var agreeing: Int
        /// Devices that these `examined` episodes were on.
        public var devices: Int
        /// From the first to the second reading, in the agreeing episodes; `nil` for one reading.
        public var delay: Delay?
        /// From the first reading to the failure, in the agreeing episodes; `nil` where the
        /// question is not about a failure.
        public var lead: Delay?

        /// `delay` and `lead` are of the agreeing episodes alone.
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
