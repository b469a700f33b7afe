import Values

/// Readings of many devices on one common grid of time.
public struct FleetReadings: Sendable {
    /// One column of readings that devices have.
    public struct Signal: Sendable {
        /// Its name in the files; plays no part in the search.
        public var name: String
        /// Whether it is known to count up only; counters are neither looked at nor explain others.
        public var isCounter: Bool
        /// Whether it is known to be a state or a command: it explains others and is not looked at.
        public var isState: Bool

        /// A signal; what is not declared is judged by its values.
        public init(name: String, isCounter: Bool = false, isState: Bool = false) {
            self.name = name
            self.isCounter = isCounter
            self.isState = isState
        }
    }

    /// The rows of one device.
    public struct Device: Sendable {
        /// Its name in the files; plays no part in the search.
        public var name: String
        /// One value per entry of `attributeNames`; `nil` for an unknown one.
        public var attributes: [String?]
        /// Slots of the grid that have a row, rising.
        public var slots: [Int32]
        /// By signal, one value per entry of `slots`, NaN where missing; empty for a signal that
        /// the device never reports.
        public var values: [[Float]]
        /// Slots of the grid at which it failed, rising.
        public var failures: [Int]

        /// `values` has one list per signal of the fleet, each as long as `slots` or empty.
        public init(
            name: String, attributes: [String?] = [], slots: [Int32], values: [[Float]],
            failures: [Int] = []
        ) {
            self.name = name
            self.attributes = attributes
            self.slots = slots
            self.values = values
            self.failures = failures
        }
    }

    /// Where slot 0 begins: seconds since 1970 on the local clock, 0 where rows have no dates.
    public var start: Double
    /// Seconds per slot.
    public var step: Double
    /// Number of slots of the grid.
    public var slotCount: Int
    /// Whether rows have dates, so that days and years mean something.
    public var hasDates: Bool
    /// Names of what devices may have in common, as a site or a model.
    public var attributeNames: [String]
    /// All signals that any device reports.
    public var signals: [Signal]
    /// All devices, which episodes refer to by index.
    public var devices: [Device]

    /// Readings whose devices' slots lie in 0 ..< `slotCount`; others are ignored.
    public init(
        start: Double, step: Double, slotCount: Int, hasDates: Bool,
        attributeNames: [String] = [], signals: [Signal], devices: [Device]
    ) {
        self.start = start
        self.step = step
        self.slotCount = slotCount
        self.hasDates = hasDates
        self.attributeNames = attributeNames
        self.signals = signals
        self.devices = devices
    }
}

/// Work on a device: a sensor that was replaced may read another level afterwards.
public struct FleetWork: Sendable, Hashable {
    /// Index of the device.
    public var device: Int
    /// The slot in which it was done.
    public var slot: Int
    /// The signal whose sensor was replaced; work that names none explains nothing.
    public var signal: Int?

    /// Work at one slot of one device.
    public init(device: Int, slot: Int, signal: Int? = nil) {
        self.device = device
        self.slot = slot
        self.signal = signal
    }
}

extension FleetReadings.Device {
    /// The largest share of all slots that counts as before a failure, in all and for each failure.
    private static let most = (all: 0.4, each: 0.05)

    /// By slot, whether it is on the way to a failure, and so does not show how a healthy device
    /// is: a twentieth of the record before each, less where there are many.
    func isFailing(slotCount: Int) -> [Bool] {
        var isFailing = [Bool](repeating: false, count: slotCount)
        let share = min(Self.most.each, Self.most.all / Double(max(1, failures.count)))
        let length = Int(clamping: share * Double(slotCount))
        for failure in failures {
            for slot in stride(from: failure, through: failure - length, by: -1)
            where isFailing.indices.contains(slot) { isFailing[slot] = true }
        }
        return isFailing
    }
}

extension FleetReadings {
    /// Whether a stretch reaches the end of the readings, give or take a hundredth of them.
    func isOpen(_ slots: Range<Int>) -> Bool {
        slotCount - slots.upperBound <= max(2, slotCount / 100)
    }
}
