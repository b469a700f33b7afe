import Analysis
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Readings that shift before failures")
struct FailureSignsTests {
    private static let day = MadeSource.day

    @Test("what was read on each day before a failure is summed up, the nearest day first")
    func approaches() throws {
        // Two readings a day at midnight and noon; the failure is on day 7 at noon.
        let rows = (0..<20).map { half in
            (time: Double(half) * Self.day / 2, values: [Double(half), half < 6 ? .nan : 1])
        }
        let source = MadeSource(
            [MadeSource.Unit("a", days: [(7, 0), (7, 1)], rows: rows)], metrics: ["x", "y"],
            codes: [(.failure, "seal"), (.error, "e")], length: 10 * Self.day)
        let reader = ApproachReader(scope: source.scope)
        let found = reader.approaches(source.series(of: 0, Filter()))
        #expect(Set(found.keys) == [.init(code: 0, metric: 0), .init(code: 0, metric: 1)])
        let x = try #require(found[.init(code: 0, metric: 0)])
        // From day 6 on and before day 7 lie the readings 12 and 13; the fifth day has 4 and 5.
        #expect(x.days.map(\.mean) == [12.5, 10.5, 8.5, 6.5, 4.5])
        #expect(x.days.map(\.count) == [1, 1, 1, 1, 1])
        let y = try #require(found[.init(code: 0, metric: 1)])
        #expect(y.days.map(\.count) == [1, 1, 1, 1, 0])
        var both = x
        both.add(x)
        #expect(both.days.map(\.count) == [2, 2, 2, 2, 2] && both.days[0].mean == 12.5)
        both.add(0.5, day: 0)
        #expect(both.days[0].count == 3 && both.days[0].mean == 8.5)
        #expect(both.days(from: 3).count == 4 && both.days(from: 3).mean == 5.5)
    }

    @Test("nothing is read where readings are rarer than days, or times are no dates")
    func rare() {
        let unit = MadeSource.Unit(
            "a", days: [(7, 0)], rows: MadeSource.daily(0..<9) { [Double($0)] })
        let codes: [(EventKind, String)] = [(.failure, "seal")]
        let counts = [
            MadeSource([unit], metrics: ["x"], codes: codes, step: Self.day),
            MadeSource([unit], metrics: ["x"], codes: codes, step: Self.day + 1),
            MadeSource([unit], metrics: ["x"], codes: codes, kind: .cycle),
            MadeSource([.init("a", days: [(7, 0)])], metrics: ["x"], codes: codes),
        ].map { ApproachReader(scope: $0.scope).approaches($0.series(of: 0, Filter())).count }
        #expect(counts == [1, 0, 0, 0])
    }

    /// Devices that failed on day 10 each; `value` gives the reading of a day before.
    private func findings(
        _ devices: Int, metrics: Int = 1, codes: Int = 1,
        _ value: (_ device: Int, _ daysBefore: Int, _ metric: Int) -> Double
    ) throws -> [Finding] {
        let units = (0..<devices).map { device in
            MadeSource.Unit(
                "d\(device)", days: (0..<codes).map { (10, $0) },
                rows: MadeSource.daily(0..<10) { day in
                    (0..<metrics).map { value(device, 9 - day, $0) }
                })
        }
        let source = MadeSource(
            units, metrics: (0..<metrics).map { "m\($0)" },
            codes: (0..<codes).map { (.failure, "f\($0)") })
        return FailureSigns(scope: source.scope, fleet: try source.fleet()).findings()
    }

    /// A little noise: 0.5 up or down, the same number of each on every day.
    private func noise(_ device: Int, _ day: Int) -> Double {
        (device + day).isMultiple(of: 2) ? 0.5 : -0.5
    }

    @Test("are told with the value, the usual one, and how long before failures")
    func found() throws {
        let found = try findings(10) { device, before, _ in
            20 + noise(device, before) + (before == 0 ? 6 : before == 1 ? 3.1 : 0)
        }
        #expect(found.count == 1 && found[0].tone == .neutral && found[0].weight == 45)
        guard case .beforeFailure(let metric, let code, let sign) = try #require(found.first).kind
        else {
            Issue.record("\(found)")
            return
        }
        #expect(metric.name == "m0" && code.name == "f0")
        #expect(
            sign
                == FailureSign(value: 26, ordinary: 20, nearest: 0, farthest: 48, failures: 10))
    }

    @Test("are none of nine failures, within the spread of other days, or on the fourth day before")
    func none() throws {
        #expect(try findings(9) { 20 + noise($0, $1 + 2 * $2) + ($1 == 0 ? 6 : 0) }.isEmpty)
        #expect(try findings(10) { 20 + noise($0, $1 + 2 * $2) + ($1 == 3 ? 6 : 0) }.isEmpty)
        #expect(try findings(10) { _, _, _ in 20 }.isEmpty)
        // Without any noise nothing is said of how sure it is.
        #expect(try findings(10) { _, before, _ in before == 0 ? 26 : 20 }.isEmpty)
        // Of ten failures the days four and five before have ten readings, or nine.
        let rare = { (last: Int) in
            try findings(10) { device, before, _ in
                before == 4 || before == 3 && device == last
                    ? .nan : 20 + noise(device, before) + (before == 0 ? 16 : 0)
            }
        }
        #expect(try rare(-1).count == 1)
        #expect(try rare(3).isEmpty)
        // Sure with hundreds of failures, but within the spread of half a unit.
        #expect(try findings(300) { 20 + noise($0, $1 + 2 * $2) + ($1 == 0 ? 0.48 : 0) }.isEmpty)
        #expect(try !findings(300) { 20 + noise($0, $1 + 2 * $2) + ($1 == 0 ? 0.52 : 0) }.isEmpty)
    }

    @Test("need eight standard errors, and a shift half as large belongs to the sign")
    func boundaries() throws {
        // Ten readings of ±0.5 have a variance of 2.5 / 9 and their mean a tenth of that; the twenty
        // of days four and five 5 / 19 and a twentieth.
        let error = (2.5 / 9 / 10 + 5.0 / 19 / 20).squareRoot()
        #expect(
            try findings(10) { 20 + noise($0, $1 + 2 * $2) + ($1 == 0 ? 7.99 * error : 0) }.isEmpty)
        #expect(
            try findings(10) { 20 + noise($0, $1 + 2 * $2) + ($1 == 0 ? 8.01 * error : 0) }.count
                == 1)
        let spans = try [2.9, 3.1].map { second in
            try findings(10) { 20 + noise($0, $1 + 2 * $2) - ($1 == 1 ? 6 : $1 == 2 ? second : 0) }
                .compactMap { finding -> [Double]? in
                    if case .beforeFailure(_, _, let sign) = finding.kind {
                        [sign.nearest, sign.farthest, (sign.value * 1e6).rounded() / 1e6]
                    } else {
                        nil
                    }
                }
        }
        #expect(spans == [[[24, 48, 14]], [[24, 72, 14]]])
    }

    @Test("name for each code the reading that shifts most surely, of eight codes at most")
    func codes() throws {
        let found = try findings(10, metrics: 2, codes: 9) { device, before, metric in
            20 + noise(device, before) + (before == 0 ? 6 + 2 * Double(metric) : 0)
        }
        #expect(found.count == 8)
        #expect(
            found.allSatisfy {
                if case .beforeFailure(let metric, _, _) = $0.kind {
                    metric.name == "m1"
                } else {
                    false
                }
            })
    }
}
