import Foundation

/// Walks through made-up fleets one by one and makes those with a fault smaller.
struct FleetHunt {
    /// The folder in which fleets lie while they are walked through.
    let workshop: URL
    /// Factor for the processor time that a step may take.
    var patience = 1.0
    /// Seconds for which a fleet with a fault is made smaller.
    var shrinkSeconds = 60.0

    /// What was found in one fleet.
    struct Result {
        var faults: [WalkFault]
        var cells: Int
        var steps: Int
        /// The step with the most processor time, and its share of the budget.
        var slowest: (step: String, cpuSeconds: Double, share: Double)?
    }

    /// Walks twice through a fleet; throws where files cannot be written or a process cannot be
    /// started.
    func walk(_ fleet: Fleet) throws -> Result {
        let files = workshop.appending(path: "files")
        try? FileManager.default.removeItem(at: workshop)
        try fleet.write(to: files)
        return try walk(cells: fleet.cells)
    }

    /// Walks twice through the files that lie in the workshop already; `cells` sets the budget.
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

    /// The backtrace of a fleet's fault that ends the process; nil where it does not this time.
    func trace(_ fleet: Fleet) throws -> String? {
        try? FileManager.default.removeItem(at: workshop)
        try fleet.write(to: workshop.appending(path: "files"))
        let outcome = try WalkProcess(argument: FleetWalk.traceArgument).walk(workshop)
        return outcome.faults.first { $0.kind == .trap }?.detail
    }

    /// A smaller fleet with a fault of the same sort.
    func shrunk(_ fleet: Fleet, _ fault: WalkFault) -> Fleet {
        FleetShrinker(end: .now + .seconds(shrinkSeconds)) { smaller in
            guard let result = try? walk(smaller) else { return false }
            return result.faults.contains { $0.sort == fault.sort }
        }.shrunk(fleet)
    }

    /// Seconds of processor time for one step: reading and analysing, or a page. The slowest steps
    /// group as many windows of time as a set may have.
    static func budget(cells: Int) -> Double { 20 + Double(cells) * 1e-4 }
}

extension WalkFault {
    /// Faults of one sort are probably one: the kind, and the page without its query.
    var sort: String {
        "\(kind.rawValue) \(step.prefix { $0 != "?" })"
    }
}
