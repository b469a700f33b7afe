import Foundation
import Wording

/// `perfmon bench fleets`: walks through made-up fleets for as long as it is told, or through given
/// files, and prints faults as JSON lines.
struct FleetBench {
    struct Options {
        var seconds = 60.0
        /// The seed of the first fleet; the next ones follow.
        var seed: UInt64 = 1
        /// A folder of files to walk through instead of made-up fleets.
        var files: String?
        /// The folder in which fleets with a fault are kept.
        var output = FileManager.default.temporaryDirectory.appending(path: "perfmon-fleets").path
        /// Factor for the processor time that a step may take.
        var patience = 1.0
        /// Seconds for which each fleet with a fault is made smaller.
        var shrink = 60.0

        /// - Throws: one sentence for the first word that is no option, or has no value.
        init(words: some Sequence<String>) throws(UsageProblem) {
            var rest = Array(words)[...]
            while let name = rest.popFirst() {
                guard let value = rest.popFirst() else {
                    throw .missingValue(option: name)
                }
                switch name {
                case "--seconds": seconds = try Self.number(name, value)
                case "--seed": seed = UInt64(try Self.number(name, value))
                case "--files": files = value
                case "--out": output = value
                case "--patience": patience = try Self.number(name, value)
                case "--shrink": shrink = try Self.number(name, value)
                default:
                    throw .unknownOption(name)
                }
            }
        }

        private static func number(
            _ name: String, _ value: String
        ) throws(UsageProblem) -> Double {
            guard let number = Double(value), (0...1e9).contains(number) else {
                throw .value(
                    of: name, given: value, expected: .number(0...1_000_000_000))
            }
            return number
        }
    }

    let options: Options

    /// Gives true where no fault was found; throws where files cannot be written or a process
    /// cannot be started.
    func run() throws -> Bool {
        let manager = FileManager.default
        let workshop = manager.temporaryDirectory.appending(path: "fleet-\(UUID().uuidString)")
        defer { try? manager.removeItem(at: workshop) }
        let hunt = FleetHunt(
            workshop: workshop, patience: options.patience, shrinkSeconds: options.shrink)
        var log = HuntLog()
        let end = ContinuousClock.now + .seconds(options.seconds)
        if let files = options.files {
            try GivenFiles(folder: URL(filePath: files), end: end).walk(hunt, &log)
        } else {
            try madeUp(hunt, &log, until: end)
        }
        log.summary()
        return log.faults == 0
    }

    private func madeUp(
        _ hunt: FleetHunt, _ log: inout HuntLog, until end: ContinuousClock.Instant
    ) throws {
        var seed = options.seed
        repeat {
            let fleet = FleetRecipe(seed: seed).fleet
            let result = try hunt.walk(fleet)
            for fault in log.new(result, of: "seed \(seed)") {
                let small = hunt.shrunk(fleet, fault)
                let folder = URL(filePath: options.output).appending(
                    path: "seed-\(seed)-\(fault.kind.rawValue)")
                try? FileManager.default.removeItem(at: folder)
                try small.write(to: folder)
                let trace = fault.kind == .trap ? try hunt.trace(small) : nil
                log.kept(fault, small, in: folder, trace: trace)
            }
            seed += 1
        } while ContinuousClock.now < end
    }
}
