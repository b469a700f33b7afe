import Values

/// The readings of one device with a place for every slot of the grid.
struct DeviceTable: Sendable {
    /// By signal of the group, one value per slot, NaN where missing.
    var rows: [[Double]]
    /// Whether the device sent anything, by slot.
    var isPresent: [Bool]
    /// Whether the device was on the way to a failure, by slot.
    let isFailing: [Bool]
    /// How often it failed within the record.
    let failures: Int

    init(_ device: FleetReadings.Device, signals: [Int], slotCount: Int) {
        isPresent = [Bool](repeating: false, count: slotCount)
        isFailing = device.isFailing(slotCount: slotCount)
        failures = device.failures.count
        let places = device.slots.enumerated().filter { 0..<slotCount ~= Int($0.element) }
        for (_, slot) in places { isPresent[Int(slot)] = true }
        rows = signals.map { signal in
            var row = [Double](repeating: .nan, count: slotCount)
            let values = device.values[signal]
            for (place, slot) in places where values.indices.contains(place) {
                row[Int(slot)] = Double(values[place])
            }
            return row
        }
    }
}

/// Devices that report the same signals: peers.
struct FleetGroup: Sendable {
    /// Indices of the fleet's devices, rising.
    var devices: [Int]
    /// Indices of the fleet's signals, rising.
    var signals: [Int]
    var slotCount: Int
    var step: Double
    var start: Double
    /// Slots per day, where the record has dates, at least 2.6 days and eight rows a day; else nil.
    var day: Int?
    /// Whether the record is long enough to show the seasons: more than 1.3 years.
    var hasSeasons: Bool
    /// Whether weeks repeat often enough to have a course: more than 20.5 days.
    var hasWeeks: Bool

    static let secondsOfDay = 86_400.0

    init(_ readings: FleetReadings, devices: [Int], signals: [Int]) {
        self.devices = devices
        self.signals = signals
        slotCount = readings.slotCount
        step = readings.step
        start = readings.start
        let day = Self.secondsOfDay
        let length = Double(slotCount) * step
        let hasDays = readings.hasDates && step <= day / 8 && length >= 2.6 * day
        self.day = hasDays ? Int(clamping: (day / step).rounded()) : nil
        hasSeasons = readings.hasDates && length > 1.3 * 365 * day
        hasWeeks = hasDays && length > 20.5 * day
    }

    /// Whether there are enough peers to show what is usual at a time.
    func hasPeers(_ settings: FleetSettings) -> Bool { devices.count >= settings.peers }

    /// Slots averaged to see a level: a day, or about an eightieth of a shorter record.
    var block: Int {
        if let day, slotCount >= 8 * day { return day }
        return max(1, slotCount / 80)
    }

    /// A slot's phase within a cycle of so many slots, 0 ..< cycle.
    func phase(_ slot: Int, of cycle: Int) -> Int {
        let absolute = Int(clamping: (start / step + Double(slot)).rounded(.down))
        return ((absolute % cycle) + cycle) % cycle
    }

    /// The groups of a fleet: devices with readings of the same signals in more than 3 % of the
    /// grid (a 33rd); devices without any are in none.
    static func groups(of readings: FleetReadings) -> [FleetGroup] {
        var groups: [[Int]: [Int]] = [:]
        for (index, device) in readings.devices.enumerated() {
            let reported = device.values.indices.filter { signal in
                let known = device.values[signal].count { !$0.isNaN }
                return 33 * known > readings.slotCount
            }
            if !reported.isEmpty { groups[reported, default: []].append(index) }
        }
        return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { FleetGroup(readings, devices: $0.value, signals: $0.key) }
    }
}
