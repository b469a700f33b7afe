import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values
@testable import Learning

/// What is set aside, and what is not, where devices fail now and then.
@Suite("Sources beside failures")
struct LeakageInFailuresTests {
    /// Hours before each failure that a device logs something, and of the times at which it does so
    /// for no reason how many there are in 50 days.
    struct Log: Sendable {
        var name: String
        /// Given a number from 0 to 1.
        var lead: @Sendable (Double) -> Double?
        var stray = 0
        var namesDays = false
        var file = "errors"
    }

    private static let devices = 24
    private static let hours = 1_200

    /// The failures of each device; the last eight have none.
    private static func failures(_ random: inout SeededGenerator) -> [[Double]] {
        (0..<devices).map { device in
            guard device < 16 else { return [] }
            return (0..<(1 + device % 3)).map { place in
                (Double(place * 400 + 60 + random.integer(below: 300)) * 60 + 23).rounded() / 60
            }
        }
    }

    private static func search(
        column: (
            String, @Sendable (_ hour: Double, _ failures: [Double], _ noise: Double) -> Double
        )? = nil,
        log: Log? = nil, marks: String? = nil, second: String? = nil,
        attribute: (
            String, @Sendable (_ device: Int, _ failures: [Double], _ share: Double) -> String
        )? = nil
    ) throws -> [BackTest.Leak] {
        var random = SeededGenerator(seed: 3)
        let failures = failures(&random)
        var files = [
            "failures.csv": ["time,device,failure"],
            "telemetry.csv": ["time,device,temp" + (column.map { "," + $0.0 } ?? "")],
        ]
        for (device, own) in failures.enumerated() {
            for failure in own {
                files["failures.csv"]?.append("\(MadeFleet.moment(failure)),d\(device),seal")
                for hour in Int(clamping: failure - 23)...Int(clamping: failure) {
                    guard let marks else { break }
                    files["failures.csv"]?.append(
                        "\(MadeFleet.moment(Double(hour))),d\(device),\(marks)")
                }
                if let second, device % 2 == 0 {
                    files["failures.csv"]?.append(
                        "\(MadeFleet.moment(failure - 2)),d\(device),\(second)")
                }
            }
            for hour in 0..<hours {
                let extra =
                    column.map {
                        ",\($0.1(Double(hour), own, random.normal()))"
                    } ?? ""
                files["telemetry.csv"]?.append(
                    "\(MadeFleet.moment(Double(hour))),d\(device),\(60 + random.normal())\(extra)")
            }
        }
        if let log { files["\(log.file).csv"] = lines(log, failures, &random) }
        if let attribute {
            files["devices.csv"] =
                ["device,\(attribute.0),site"]
                + failures.enumerated().map {
                    "d\($0),\(attribute.1($0, $1, random.uniform())),s\($0 % 3)"
                }
        }
        let source = try MadeFleet(files).source
        let recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: 86_400)
        let history = try FailureTimes(
            .failure, source: source, devices: Array(source.catalog.devices.indices),
            until: .infinity)
        var marked = recipe
        marked.markDays(history, source.catalog)
        return try LeakageSearch(marked, source: source, history: history).leaks()
    }

    private static func lines(
        _ log: Log, _ failures: [[Double]], _ random: inout SeededGenerator
    ) -> [String] {
        let what = log.file == "repairs" ? "repair" : "error"
        var lines = ["time,device,\(what)"]
        for (device, own) in failures.enumerated() {
            let times =
                own.compactMap { failure in log.lead(random.uniform()).map { failure - $0 } }
                + (0..<log.stray).map { _ in Double(hours) * random.uniform() }
            lines += times.sorted().map {
                "\(log.namesDays ? MadeFleet.day($0) : MadeFleet.moment($0)),d\(device),\(log.name)"
            }
        }
        return lines
    }

    static let records: [Log] = [
        Log(name: "ack", lead: { $0 - 0.5 }),
        Log(name: "E99", lead: { _ in 1.0 / 6 }),
        Log(name: "stopped", lead: { _ in 1.0 / 60 }, file: "repairs"),
        Log(name: "job", lead: { $0 - 0.6 }, stray: 3, file: "repairs"),
        Log(name: "foreseen", lead: { _ in 30 }),
        Log(name: "order", lead: { 2 + 9 * $0 }, file: "repairs"),
    ]

    @Test("that record failures are set aside", arguments: records)
    func record(log: Log) throws {
        let found = try Self.search(log: log)
        #expect(found.map(\.source.name) == [log.name])
    }

    static let warnings: [Log] = [
        // As in Azure's set: always a day before, and often for nothing.
        Log(name: "error5", lead: { _ in 24 }, stray: 2),
        Log(name: "hot", lead: { $0 < 0.9 ? 2 + 20 * $0 : nil }),
        Log(name: "trip", lead: { 0.3 + 0.5 * $0 }),
        Log(name: "leak", lead: { 30 * $0 }, stray: 4),
        Log(name: "service", lead: { _ in nil }, stray: 6, namesDays: true, file: "repairs"),
        Log(name: "seal", lead: { _ in 0 }, stray: 3, file: "repairs"),
        Log(name: "day log", lead: { 48 * $0 }, stray: 2, namesDays: true),
        Log(name: "replaced", lead: { -1 - 3 * $0 }, stray: 2, file: "repairs"),
        // By the day: known when that is over, so that there is nothing to set aside.
        Log(name: "closed", lead: { _ in 0 }, namesDays: true, file: "repairs"),
    ]

    @Test("that warn of failures, or have nothing to do with them, are kept", arguments: warnings)
    func warning(log: Log) throws {
        #expect(try Self.search(log: log).isEmpty)
    }

    @Test("events of a log that names days alone are known when the day is over")
    func days() throws {
        let source = try MadeFleet([
            "telemetry.csv": ["time,device,temp"]
                + (0..<400).map { "\(MadeFleet.moment(Double($0))),a,\(20 + $0 % 7)" },
            "repairs.csv": ["time,device,repair"]
                + (1..<9).map { "\(MadeFleet.day(Double($0) * 30)),a,pump" },
            "errors.csv": ["time,device,error"]
                + (1..<9).map { "\(MadeFleet.moment(Double($0) * 30)),a,e1" },
        ]).source
        var recipe = PredictionRecipe(.failure, catalog: source.catalog, horizon: 86_400)
        let history = try FailureTimes(.failure, source: source, devices: [0], until: .infinity)
        recipe.markDays(history, source.catalog)
        let device = try DeviceHistory(0, source: source, recipe: recipe)
        let start = source.catalog.axis.dataRange.lowerBound
        let known = Dictionary(
            uniqueKeysWithValues: zip(
                recipe.codes.map(\.name), device.events.map { ($0[0] - start) / 3_600 }))
        // Day 1 at hour 30 is over at hour 48; the other log has hours.
        #expect(known == ["pump": 48, "e1": 30])
    }

    private static func next(_ hour: Double, _ failures: [Double]) -> Double {
        (failures.first { $0 > hour } ?? .infinity) - hour
    }

    @Test(
        "columns that hold the answer are set aside",
        arguments: ["left", "soon", "risk", "band", "km"])
    func columns(name: String) throws {
        let found = try Self.search(
            column: (
                name,
                { hour, failures, _ in
                    let left = Self.next(hour, failures)
                    return switch name {
                    case "left": left.isFinite ? left : 9_999
                    case "soon": left <= 24 ? 1 : 0
                    case "band": left < 48 ? 2.5 : left < 100 ? 1.5 : 0.5
                    case "risk": exp(-left / 100)
                    default: left.isFinite ? left * (30 + (failures[0]).rounded()) : -1
                    }
                }
            ))
        #expect(found.map(\.source) == [.init(.reading, name)])
    }

    @Test("marks of all rows before failures are set aside, and are no failures")
    func marks() throws {
        let found = try Self.search(marks: "soon")
        #expect(found.map(\.source) == [.init(.failure, "soon")])
        guard case .label(1, let lead) = try #require(found.first).evidence else {
            Issue.record("\(found)")
            return
        }
        #expect(abs(lead - 86_400) <= 3_600)
    }

    @Test("failures of two parts are both failures, however close they come")
    func parts() throws {
        #expect(try Self.search(marks: nil, second: "bearing").isEmpty)
    }

    @Test(
        "columns that were measured are kept",
        arguments: ["heat", "state", "running", "shake", "down"])
    func measured(name: String) throws {
        let found = try Self.search(
            column: (
                name,
                { hour, failures, noise in
                    let left = Self.next(hour, failures)
                    return switch name {
                    case "heat": 40 + 20 * exp(-left / 30) + noise
                    case "state": left < 10 + 15 * abs(sin(hour + left)) ? 1 : 0
                    case "running": hour
                    // Stands in the row of the failure itself, which is known when it is over.
                    case "down": left <= 1 ? 1 : 0
                    // A jump always a day before.
                    default: (left < 24 ? 9 : 0) + noise
                    }
                }
            ))
        #expect(found.isEmpty)
    }

    @Test(
        "entries of a list of devices that were made afterwards are set aside",
        arguments: ["replaced", "state", "times", "since"])
    func afterwards(name: String) throws {
        let found = try Self.search(
            attribute: (
                name,
                { _, failures, _ in
                    switch name {
                    case "replaced": failures.first.map { "week \(Int(clamping: $0 / 168))" } ?? ""
                    case "state": failures.isEmpty ? "in use" : "scrapped"
                    case "times": "\(failures.count)"
                    default: failures.first.map { "\($0 / 24)" } ?? "0"
                    }
                }
            ))
        #expect(found.map(\.source) == [.init(.attribute, name)])
    }

    @Test(
        "entries of a list of devices that were known before are kept",
        arguments: ["model", "age", "load class"])
    func known(name: String) throws {
        let found = try Self.search(
            attribute: (
                name,
                { device, failures, share in
                    switch name {
                    // Nearly all of one model fail, and some of the others.
                    case "model": failures.isEmpty == (device % 7 == 3) ? "A" : "B"
                    case "age": "\((10 + 3 * Double(failures.count) + 4 * share).rounded())"
                    default: failures.count + (share < 0.3 ? 1 : 0) > 1 ? "high" : "low"
                    }
                }
            ))
        #expect(found.isEmpty)
    }
}
