import Foundation
import Reports
import Telemetry
import Testing
import Values
@testable import Pipeline

/// What pages may say of a set: no more than its files can know.
@Suite("What the files of a set can know")
struct KnowledgeTests {
    private func moment(_ hours: Double) -> String { MadeSet.moment(hours) }

    /// Analyses files by their names and lines.
    private func analyse(_ files: [String: [String]]) throws -> AnalysedSnapshot {
        try MadeSet(files).pipeline.run(Choice())
    }

    private func readings(hours: Int, _ column: String = "temp") -> [String] {
        ["time,\(column)"] + (0..<hours).map { "\(moment(Double($0))),2\($0 % 7).\($0 * 13 % 10)" }
    }

    @Test("After the end of a log nothing is said to have become better")
    func endOfLog() throws {
        let errors =
            ["time,errorID"] + (0..<150).map { "\(moment(Double($0) * 9.7)),E\($0 * 7 % 3)" }
        let snapshot = try analyse(["pump.csv": readings(hours: 4_000), "errors.csv": errors])
            .snapshot
        let spans = snapshot.trends.findings.compactMap { finding -> Double? in
            if case .logSpan(.error, _, let to) = finding.kind { to } else { nil }
        }
        #expect(spans.map { ($0 - 1_709_251_200) / 3_600 } == [149 * 9.7])
        #expect(
            !snapshot.trends.findings.contains {
                if case .rateShift(.error, _, _, _, _, _, _) = $0.kind { true } else { false }
            })
    }

    @Test("A log that goes on to the end of the set, or nearly, is one without an end")
    func wholeLog() throws {
        let errors =
            ["time,errorID"] + (0..<150).map { "\(moment(Double($0) * 9.7)),E\($0 * 7 % 3)" }
        let snapshot = try analyse(["pump.csv": readings(hours: 1_470), "errors.csv": errors])
            .snapshot
        #expect(
            !snapshot.trends.findings.contains {
                if case .logSpan = $0.kind { true } else { false }
            })
    }

    @Test("Missing readings are counted over the files that have the column")
    func missing() throws {
        var damp = readings(hours: 40, "damp")
        for row in [5, 9, 17] { damp[row] = String(damp[row].prefix { $0 != "," }) + "," }
        let snapshot = try analyse(["heat.csv": readings(hours: 400), "damp.csv": damp]).snapshot
        let missing = snapshot.overview.changes.compactMap { finding -> [Double]? in
            if case .missing(_, let share, let count) = finding.kind {
                [share, Double(count)]
            } else {
                nil
            }
        }
        #expect(missing == [[3.0 / 40, 3]])
    }

    @Test("Rows that come as they happen have no rhythm: none is missing")
    func noRhythm() {
        var time = 0.0
        let times = (0..<300).map { index -> Double in
            time += [1, 30, 2, 400, 11, 3, 90][index * 5 % 7] * Double(1 + index % 4)
            return time
        }
        let reporting = Reporting(times: times)
        #expect(reporting.missingShare == 0)
    }

    @Test("A forecast meets a level only where its own line does")
    func crossing() throws {
        let figures = { (slope: Double) in
            let times = (1...10).map(Double.init)
            let line = times.map { 10 + slope * $0 }
            return ForecastFigures(
                method: .drift, trials: [], backtests: 0, beatsNaive: false,
                times: times, values: line, low80: line.map { $0 - 2 }, high80: line.map { $0 + 2 },
                low95: line.map { $0 - 3 }, high95: line.map { $0 + 3 })
        }
        let flat = ForecastCrossing(figures(0), level: 11.5, isUpper: true, after: 0, at: 10)
        #expect(flat == nil)
        let rising = try #require(
            ForecastCrossing(figures(0.5), level: 12.25, isUpper: true, after: 0, at: 10))
        #expect(rising.time == 4.5)
        #expect(rising.earliest < 1 && rising.latest == 8.5)
    }
}
