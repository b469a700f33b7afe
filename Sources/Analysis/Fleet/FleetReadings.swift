import Values

/// Readings of many devices on one common grid of time.
public struct FleetReadings: Sendable {
    /// What is read.
    public struct Signal: Sendable {
        /// The name as the files give it.
        public var name: String
        /// Whether it only counts up; counters are not looked at.
        public var isCounter: Bool
        /// Whether it is a state or a command: it explains others and is not looked at itself.
        public var isState: Bool

        /// Makes a signal.
        public init(name: String, isCounter: Bool = false, isState: Bool = false) {
            self.name = name
            self.isCounter = isCounter
            self.isState = isState
        }
    }

    /// The rows of one device.
    public struct Device: Sendable {
        /// The name as the files give it.
        public var name: String
        /// One value per entry of `attributeNames`; `nil` where unknown.
        public var attributes: [String?]
        /// Slots of the grid that have a row, rising.
        public var slots: [Int32]
        /// By signal one value for each of `slots`, NaN where missing; empty for a signal that the
        /// device never reports.
        public var values: [[Float]]
        /// Slots of the grid at which it failed, rising.
        public var failures: [Int]

        /// Makes a device.
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
    /// Seconds of a slot.
    public var step: Double
    /// Slots of the grid.
    public var slotCount: Int
    /// Whether rows have dates, so that days and years mean something.
    public var hasDates: Bool
    /// What devices may have in common.
    public var attributeNames: [String]
    /// All signals of all devices.
    public var signals: [Signal]
    /// All devices.
    public var devices: [Device]

    /// Makes readings.
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

/// A part of a device that was replaced or worked on: readings may have another level afterwards.
public struct FleetWork: Sendable, Hashable {
    /// Index of the device.
    public var device: Int
    /// When.
    public var slot: Int
    /// The signal whose sensor was replaced; `nil` where the work does not name one.
    public var signal: Int?

    /// Makes a piece of work.
    public init(device: Int, slot: Int, signal: Int? = nil) {
        self.device = device
        self.slot = slot
        self.signal = signal
    }
}

extension FleetReadings.Device {
    /// Of all slots the share that counts as before a failure at most, and of one failure.
    private static let most = (all: 0.4, each: 0.05)

    /// Slots on the way to its failures, which do not tell how a healthy device is: the twentieth part
    /// of the record before each, or less where there are many.
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
    /// Whether a stretch reaches the end of the readings, but for a hundredth of them.
    func isOpen(_ slots: Range<Int>) -> Bool {
        slotCount - slots.upperBound <= max(2, slotCount / 100)
    }
}
