public import Values

/// What is to be compared with what.
public struct ComparisonQuestion: Sendable, Hashable {
    /// What the devices are set against.
    public enum Against: String, Sendable, Hashable, CaseIterable {
        /// The same devices in another period.
        case period
        /// Two to five devices against the first of them.
        case devices
        /// One device against others that share an attribute with it, or all others.
        case group
    }

    /// What time is counted from.
    public enum Alignment: String, Sendable, Hashable, CaseIterable {
        /// The calendar, or the axis of the set.
        case time
        /// The first reading of each device: its age in the data.
        case start
        /// The last failure of each device.
        case failure
        /// The last repair of each device.
        case repair

        /// The kind of event that it counts from; `nil` for the others.
        public var event: EventKind? {
            switch self {
            case .failure: .failure
            case .repair: .repair
            case .time, .start: nil
            }
        }
    }

    /// By name; empty for the whole fleet.
    public var devices: [String]
    /// `nil` for what suits the number of devices: none = periods, one = its group, more = each
    /// other.
    public var against: Against?
    /// What time is counted from. A group is always compared over the same time; periods of one
    /// device may lie before and after its last event.
    public var alignment: Alignment
    /// The attribute that makes the group; `nil` for all devices.
    public var attribute: String?
    /// The later period, both ends inclusive; `nil` for the end of the data.
    public var period: ClosedRange<Double>?
    /// The earlier one; `nil` for as long a time just before.
    public var earlier: ClosedRange<Double>?

    /// The most devices that are laid over one another.
    public static let deviceLimit = 5

    /// Without arguments the fleet's last weeks are compared with those before.
    public init(
        devices: [String] = [], against: Against? = nil, alignment: Alignment = .time,
        attribute: String? = nil, period: ClosedRange<Double>? = nil,
        earlier: ClosedRange<Double>? = nil
    ) {
        self.devices = devices
        self.against = against
        self.alignment = alignment
        self.attribute = attribute
        self.period = period
        self.earlier = earlier
    }
}
