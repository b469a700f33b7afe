import Foundation

/// Walks through one made-up fleet after the other and makes those with a fault smaller.
struct FleetHunt {
    /// Where fleets are written while they are walked through.
    let workshop: URL
    /// How many times the usual processor time a step may take.
    var patience = 1.0
    /// For how long a fleet with a fault is made smaller.
    var shrinkSeconds = 60.0

    /// What came of one fleet.
    struct Result {
        var faults: [WalkFault]
        var cells: Int
        var steps: Int
        /// The step that took the most processor time for its budget.
        var slowest: (step: String, cpuSeconds: Double, share: Double)?
    }

    /// Walks twice through a fleet.
    ///
    /// - Throws: When files cannot be written or a process cannot be started.
    func walk(_ fleet: Fleet) throws -> Result {
        let files = workshop.appending(path: "files")
        try? FileManager.default.removeItem(at: workshop)
        try fleet.write(to: files)
        return try walk(cells: fleet.cells)
    }

    /// Walks twice through the files that lie in the workshop.
    func walk(cells: Int) throws -> Result {
        let outcome = try WalkProcess().walkTwice(workshop)
        let budget = patience * Self.budget(cells: cells)
        var faults = outcome.faults
        let slowest = outcome.steps.max { $0.cpuSeconds < $1.cpuSeconds }
        if let slowest, slowest.cpuSeconds > budget {
            faults.append(
                WalkFault(
                    kind: .slow, step: slowest.name,
                    detail: "\(slowest.cpuSeconds) s of processor time, budget \(budget) s"))
        }
        return Result(
            faults: faults, cells: cells, steps: outcome.steps.count,
            slowest: slowest.map { ($0.name, $0.cpuSeconds, $0.cpuSeconds / budget) })
    }

    /// What a trace of the fleet's fault tells, where it ends the process.
    func trace(_ fleet: Fleet) throws -> String? {
        try? FileManager.default.removeItem(at: workshop)
        try fleet.write(to: workshop.appending(path: "files"))
        let outcome = try WalkProcess(argument: FleetWalk.traceArgument).walk(workshop)
        return outcome.faults.first { $0.kind == .trap }?.detail
    }

    /// A smaller fleet with a fault of the same kind on the same page.
    func shrunk(_ fleet: Fleet, _ fault: WalkFault) -> Fleet {
        FleetShrinker(end: .now + .seconds(shrinkSeconds)) { smaller in
            guard let result = try? walk(smaller) else { return false }
            return result.faults.contains { $0.sort == fault.sort }
        }.shrunk(fleet)
    }

    /// Processor time of one step: of reading and analysing, or of a page, for so many cells. The
    /// slowest are groups of as many windows of time as are made at most.
    static func budget(cells: Int) -> Double { 20 + Double(cells) * 1e-4 }
}

extension WalkFault {
    /// Faults of one sort are likely to be one: the kind, and the page without what it was asked.
    var sort: String {
        "\(kind.rawValue) \(step.prefix { $0 != "?" })"
    }
}
