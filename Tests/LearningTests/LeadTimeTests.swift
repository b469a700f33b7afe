import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Learning

/// How long before failures the signs of them begin, in fleets where that is known.
@Suite("Lead times")
struct LeadTimeTests {
    private static let hour = 3_600.0

    /// What happens in the hours before a failure.
    private enum Sign {
        case none, ramp(hours: Double), jump(hours: Double), code(hours: ClosedRange<Double>)
    }

    /// Twenty machines with a daily cycle, read every few hours; a failure about every `between` days,
    /// all of them at six in the morning where asked for.
    private func leadTime(
        _ sign: Sign, step: Double, days: Double, between: Double, atSix: Bool = false,
        machines: Int = 20
    ) throws -> LeadTime? {
        var random = SeededGenerator(seed: 5)
        var readings = ["time,machine,vibration,temperature"]
        var failures = ["time,machine,failure"]
        var codes = ["time,machine,error"]
        for machine in 0..<machines {
            let name = "m\(machine)"
            var ends: [Double] = []
            var end = random.uniform() * between * 24
            while end < days * 24 {
                ends.append(atSix ? (end / 24).rounded(.down) * 24 + 6 : end)
                end += (0.5 + random.uniform()) * between * 24
            }
            for end in ends {
                failures.append("\(MadeFleet.moment(end)),\(name),seal")
                if case .code(let range) = sign {
                    let before =
                        range.lowerBound + random.uniform() * (range.upperBound - range.lowerBound)
                    codes.append("\(MadeFleet.moment(max(0, end - before))),\(name),E7")
                }
            }
            for _ in 0..<Int(clamping: days / 15) {
                codes.append(
                    "\(MadeFleet.moment(random.uniform() * days * 24)),\(name),E\(1 + 6 * random.integer(below: 2))"
                )
            }
            for reading in 0..<Int(clamping: days * 24 / step) {
                let time = Double(reading) * step
                let left = ends.first { $0 > time }.map { $0 - time } ?? .infinity
                var vibration = 3 + 0.3 * random.normal()
                if case .ramp(let hours) = sign, left < hours {
                    vibration += 1.5 * (1 - left / hours)
                }
                if case .jump(let hours) = sign, left < hours { vibration += 1 }
                let temperature = 50 + 8 * sin(time / 24 * 2 * .pi) + random.normal()
                readings.append("\(MadeFleet.moment(time)),\(name),\(vibration),\(temperature)")
            }
        }
        let fleet = try MadeFleet([
            "telemetry.csv": readings, "failures.csv": failures, "errors.csv": codes,
        ])
        let recipe = PredictionRecipe(
            .failure, catalog: fleet.source.catalog, horizon: 86_400)
        return try LeadTimeSearch(recipe, source: fleet.source).leadTime()
    }

    @Test("a ramp of two days is seen up to two days ahead, in the reading that climbs")
    func ramp() throws {
        let found = try #require(
            try leadTime(.ramp(hours: 48), step: 3, days: 120, between: 20))
        #expect(found.source == BackTest.Source(.reading, "vibration"))
        #expect((24 * Self.hour...48 * Self.hour).contains(found.length))
        #expect(found.strength > 0.5 && found.code == "seal")
    }

    @Test("a jump of six hours is seen six hours ahead where readings come every ten minutes")
    func jump() throws {
        let found = try #require(
            try leadTime(.jump(hours: 6), step: 1.0 / 6, days: 30, between: 8, machines: 12))
        #expect(found.length == 6 * Self.hour)
    }

    @Test("a code that comes one to two days ahead is seen two days ahead")
    func code() throws {
        let found = try #require(
            try leadTime(.code(hours: 24...46), step: 3, days: 160, between: 25))
        #expect(found.source == BackTest.Source(.error, "E7"))
        #expect((24 * Self.hour...72 * Self.hour).contains(found.length))
    }

    @Test("where nothing foretells failures there is none, even if all of them fall into one hour")
    func nothing() throws {
        #expect(try leadTime(.none, step: 3, days: 120, between: 20) == nil)
        #expect(try leadTime(.none, step: 1, days: 60, between: 10, atSix: true) == nil)
    }

    @Test("a handful of failures is no evidence")
    func few() throws {
        #expect(
            try leadTime(.ramp(hours: 48), step: 3, days: 120, between: 70, machines: 3) == nil)
    }
}
