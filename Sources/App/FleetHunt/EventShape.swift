import Analysis

/// Which events a fleet has beside its readings.
enum EventShape: CaseIterable, Sendable {
    case none, errors, failures, both, repairs
    /// No readings at all.
    case only
    /// Events of devices most of which have no readings.
    case ofOthers
    case manyCodes, oddCodes, burst, single

    /// Names of the files, each with the name of its column of codes.
    var files: [(name: String, column: String)] {
        switch self {
        case .none: []
        case .errors, .manyCodes, .oddCodes, .burst, .single: [("errors.csv", "error_code")]
        case .failures: [("failures.csv", "failure")]
        case .both, .only, .ofOthers: [("errors.csv", "error_code"), ("failures.csv", "failure")]
        case .repairs: [("maintenance.csv", "replaced_part"), ("failures.csv", "failure")]
        }
    }

    /// How many rows a file of events has, for so many rows of readings in all.
    func rows(_ readings: Int, _ random: inout SeededGenerator) -> Int {
        switch self {
        case .none: 0
        case .single: 1
        case .burst, .manyCodes: min(3_000, readings + random.integer(below: 600))
        default: min(3_000, 1 + random.integer(below: readings / 3 + 2))
        }
    }

    func code(_ random: inout SeededGenerator) -> String {
        switch self {
        case .manyCodes: "E\(random.integer(below: 700))"
        case .oddCodes:
            [
                "", " ", "<i>7</i>", "a,b", "\"", "0", "-1", "1e5",
                String(repeating: "y", count: 4_000),
            ][
                random.integer(below: 9)]
        case .failures, .both, .only, .ofOthers, .repairs:
            ["motor", "seal", "comp1", "comp2"][random.integer(below: 4)]
        default: "E\(random.integer(below: 6) + 10)"
        }
    }

    static func severity(_ random: inout SeededGenerator) -> String {
        ["error", "warning", "info", "critical", "", "3"][random.integer(below: 6)]
    }
}
