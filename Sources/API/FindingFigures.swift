import Reports
import Values

/// What a finding says, apart for programs: the name of its kind, its devices and its numbers.
struct FindingFigures {
    /// A number of a finding, or what the number is about.
    struct Figure {
        enum Value {
            case number(Double)
            case text(String)
            /// In the axis' unit.
            case moment(Double)
            case none
        }
        var name: String
        var value: Value
    }

    /// The kind in snake case.
    private(set) var name = ""
    private(set) var devices: [DeviceRef] = []
    private(set) var figures: [Figure] = []

    init(_ kind: Finding.Kind) {
        let known = describe(kind) || describeEvents(kind) || describePatterns(kind)
        assert(known, "every kind has a name")
    }

    mutating func say(_ name: String, _ devices: [DeviceRef] = []) {
        self.name = name
        self.devices = devices
    }

    mutating func number(_ name: String, _ value: Double?) {
        figures.append(Figure(name: name, value: value.map { .number($0) } ?? .none))
    }

    mutating func number(_ name: String, _ value: Int) { number(name, Double(value)) }

    mutating func text(_ name: String, _ text: String?) {
        figures.append(Figure(name: name, value: text.map { .text($0) } ?? .none))
    }

    mutating func moment(_ name: String, _ time: Double?) {
        figures.append(Figure(name: name, value: time.map { .moment($0) } ?? .none))
    }
}
