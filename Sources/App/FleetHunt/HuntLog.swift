import Foundation

/// Counts and prints as JSON lines what a hunt finds.
struct HuntLog {
    private(set) var faults = 0
    private var fleets = 0
    private var steps = 0
    private var slowest = 0.0
    private var sorts: Set<String> = []
    private let start = ContinuousClock.now

    /// Counts a fleet and its faults; prints and gives those of a sort not seen before.
    mutating func new(_ result: FleetHunt.Result, of fleet: String) -> [WalkFault] {
        fleets += 1
        steps += result.steps
        faults += result.faults.count
        slowest = max(slowest, result.slowest?.share ?? 0)
        var new: [WalkFault] = []
        for fault in result.faults where sorts.insert(fault.sort).inserted {
            new.append(fault)
            print([
                ("fleet", fleet), ("fault", fault.kind.rawValue), ("step", fault.step),
                ("detail", fault.detail),
            ])
        }
        return new
    }

    /// Prints the folder with the files of a smaller fleet.
    func kept(_ fault: WalkFault, _ fleet: Fleet, in folder: URL, trace: String?) {
        print(
            [("fault", fault.sort), ("smaller", folder.path), ("cells", "\(fleet.cells)")]
                + (trace.map { [("trace", $0)] } ?? []))
    }

    /// Prints the figures of the whole hunt.
    func summary() {
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        print([
            ("seconds", String(format: "%.0f", seconds)), ("fleets", "\(fleets)"),
            ("steps", "\(steps)"), ("faults", "\(faults)"),
            ("highest_share_of_budget", String(format: "%.2f", slowest)),
        ])
    }

    private func print(_ fields: [(String, String)]) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let parts = ([("case", "fleets")] + fields).map { name, text in
            let value = (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) }
            return "\"\(name)\": \(value ?? "")"
        }
        Swift.print("{" + parts.joined(separator: ", ") + "}")
        Output.flush()
    }
}
