import Analysis

/// The properties of a made-up fleet, drawn from a seed; the same seed gives the same files.
struct FleetRecipe: Sendable {
    /// Devices that report the same signals.
    struct Kind: Sendable {
        var name: String
        var signals: [Signal]
        var devices: [String]
    }

    struct Signal: Sendable {
        var name: String
        var shape: SignalShape
        var level: Double
    }

    /// How the readings are distributed over files.
    enum Layout: CaseIterable, Sendable {
        case oneFile, filePerKind, filePerDevice, longTable
    }

    /// Which attributes devices have, and where.
    enum Attributes: CaseIterable, Sendable {
        case none, inRows, ownFile, allDifferent, partly, numbers
    }

    var seed: UInt64
    var kinds: [Kind]
    var rows: Int
    var time: TimeShape
    var events: EventShape
    var layout: Layout
    var attributes: Attributes
    /// Whether a column marks anomalous rows.
    var isMarked: Bool
    /// Whether events have a severity.
    var isGraded: Bool
    var delimiter: Character

    /// Draws the properties for a seed.
    init(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let size = FleetSize.drawn(&random)
        self.seed = seed
        rows = size.rows
        time = random.oneOf(TimeShape.allCases, favoring: .hourly)
        events = random.oneOf(EventShape.allCases, favoring: .none)
        layout = random.oneOf(Layout.allCases, favoring: .oneFile)
        if layout == .filePerDevice, size.devices > 40 { layout = .oneFile }
        attributes = random.oneOf(Attributes.allCases, favoring: .none)
        isMarked = random.uniform() < 0.15
        isGraded = random.uniform() < 0.3
        delimiter = [",", ",", ";", "\t"][random.integer(below: 4)]
        kinds = Self.kinds(size, &random)
    }

    private static func kinds(_ size: FleetSize, _ random: inout SeededGenerator) -> [Kind] {
        let names = random.oneOf(NameShape.allCases, favoring: .plain)
        // Half of the fleets may be odd in every signal, the others in a third of them.
        let oddity = random.uniform() < 0.5 ? 1 : 0.3
        let count = min(size.devices, 1 + random.integer(below: 3))
        let shared = random.uniform() < 0.4
        let heads = random.oneOf(HeadShape.allCases, favoring: .plain)
        return (0..<count).map { kind in
            let signals = (0..<max(1, size.signals / (kind == 0 ? 1 : 2))).map { place in
                Signal(
                    name: heads.name(place, signalName(place, ofKind: shared ? 0 : kind)),
                    shape: random.uniform() < oddity
                        ? SignalShape.allCases[random.integer(below: SignalShape.allCases.count)]
                        : [.noise, .daily, .trend][random.integer(below: 3)],
                    level: [1, 20, 300, 5_000, -40, 0][random.integer(below: 6)])
            }
            let devices = stride(from: kind, to: size.devices, by: count).map {
                names.name($0, of: size.devices, &random)
            }
            return Kind(name: ["fan", "heater", "valve"][kind], signals: signals, devices: devices)
        }
    }

    private static func signalName(_ place: Int, ofKind kind: Int) -> String {
        let known = [
            ["temperature [°C]", "vibration [mm/s]", "current [A]", "pressure [bar]"],
            ["humidity [%]", "speed [rpm]", "flow [l/min]", "voltage [V]"],
            ["level", "state", "torque [Nm]", "door_open"],
        ][kind]
        return place < known.count ? known[place] : "signal \(kind + 1)-\(place)"
    }
}

/// How many devices, signals and rows a fleet has: mostly few, sometimes very many of one of these.
struct FleetSize: Sendable {
    var devices: Int
    var signals: Int
    var rows: Int

    static func drawn(_ random: inout SeededGenerator) -> FleetSize {
        func some(_ range: ClosedRange<Int>) -> Int {
            range.lowerBound + random.integer(below: range.count)
        }
        return switch some(0...99) {
        case ..<10: FleetSize(devices: some(1...4), signals: some(1...4), rows: 1)
        case ..<22: FleetSize(devices: 1, signals: some(1...5), rows: some(2...200))
        case ..<70: FleetSize(devices: some(2...9), signals: some(1...5), rows: some(2...80))
        case ..<84: FleetSize(devices: some(3...20), signals: some(1...6), rows: some(10...100))
        case ..<90: FleetSize(devices: some(1...3), signals: some(1...3), rows: some(500...2_000))
        case ..<94: FleetSize(devices: some(50...400), signals: some(1...3), rows: some(1...10))
        case ..<98: FleetSize(devices: some(1...5), signals: some(30...200), rows: some(1...20))
        case ..<99: FleetSize(devices: 10_000, signals: some(1...2), rows: some(1...3))
        default: FleetSize(devices: some(1...2), signals: 1_000, rows: some(2...10))
        }
    }
}

extension SeededGenerator {
    /// The favorite in 40 % of the draws, else any of all with equal chances.
    mutating func oneOf<Case>(_ all: [Case], favoring favorite: Case) -> Case {
        uniform() < 0.4 ? favorite : all[integer(below: all.count)]
    }
}
