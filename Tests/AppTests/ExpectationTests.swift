import Dashboard
import Wording
import Foundation
import Reports
import Testing
import Values
@testable import App

/// What an expert expects of each set of readings stands on its pages, with the figures of its
/// truth.
@Suite("Expectations of sets of readings", .enabled(if: SharedData.isHere, "needs ../shared/data"))
struct ExpectationTests {
    @Test("Beijing: winters, part years, and the city apart from the north")
    func beijing() throws {
        let set = try Expected("beijing_air_3stations")
        defer { set.remove() }
        let names = set.snapshot.context.metrics.map(\.name)
        #expect(Set(names).isDisjoint(with: ["year", "month", "day", "hour", "No"]))
        let text = try set.text(.trends)
        // Highest in December, lowest in August.
        let isSeasonal = set.found.contains {
            if case .yearlyPattern(let metric, 11, 7, _, _, _) = $0 {
                metric.name == "PM2.5"
            } else {
                false
            }
        }
        #expect(isSeasonal && text.contains("Dec, Aug"))
        #expect(text.contains("2017 has two months of data"))
        let months = (1...12).map { month in
            ["Changping", "Dongsi", "Huairou"].compactMap {
                set.truth.numbers($0, "pm25_mean_by_calendar_month")["\(month)"]
            }.reduce(0, +)
        }
        #expect(months.max() == months[11] && months.min() == months[7])
        let city = set.found.compactMap { kind -> [ReadingDifference]? in
            guard case .apartOfFew(let device, let readings) = kind, device.name == "Dongsi" else {
                return nil
            }
            return readings
        }.first
        let particles = try #require(city?.first { $0.metric.name == "PM2.5" })
        for (own, station) in [
            (particles.value, "Dongsi"), (particles.low, "Huairou"), (particles.high, "Changping"),
        ] {
            let mean = try #require(set.truth.number(station, "columns", "PM2.5", "mean"))
            #expect(abs(own - mean) < 0.01, "\(station)")
        }
        #expect(try set.text(.overview).contains("Dongsi differs from all others"))
    }

    @Test("Environmental sensors: three devices, single readings far off, one gas three times")
    func sensors() throws {
        let set = try Expected("iot_env_sensors")
        defer { set.remove() }
        #expect(set.snapshot.context.deviceCount == set.truth.count("devices"))
        let glitches = set.found.reduce(into: [String: (count: Int, devices: Set<String>)]()) {
            guard case .glitches(let metric, let count, let devices) = $1 else { return }
            $0[metric.name] = (count, Set(devices.map(\.name)))
        }
        let rows = try #require(set.truth.count("sensor_glitches", "rows"))
        let guilty = Set(set.truth.counts("sensor_glitches", "by_device").keys)
        // The Overview keeps two findings of a sort: the humidity alone may stand for both.
        #expect(Set(glitches.keys).isSubset(of: ["temp", "humidity"]) && !glitches.isEmpty)
        #expect(glitches.values.allSatisfy { $0.devices == guilty })
        #expect(glitches.values.allSatisfy { (rows * 3 / 4...rows * 5 / 4).contains($0.count) })
        let pairs = set.found.compactMap { kind -> [String]? in
            guard case .correlated(let first, let second, let r) = kind, r > 0.97 else {
                return nil
            }
            return [first.name, second.name]
        }
        #expect(pairs.contains(["co", "lpg"]) && pairs.contains(["co", "smoke"]))
        let text = try set.text(.trends)
        #expect(text.contains("lpg (1.00)") || text.contains("lpg (0.9"))
        #expect(!text.contains("per 4 weeks"), "a slope beyond the day that was seen")
    }

    @Test("Azure PdM: who fails, when, and what announces it")
    func azure() throws {
        let set = try Expected("azure_pdm")
        defer { set.remove() }
        let text = try set.text(.overview)
        let most = try #require(
            set.truth.counts("failures", "top5_machines").max { $0.value < $1.value })
        let errors = try #require(
            set.truth.counts("errors", "top5_machines").max { $0.value < $1.value })
        let never = set.truth.names("failures", "machines_without").joined(separator: " and ")
        #expect(text.contains("Device \(most.key) failed \(most.value) times"))
        #expect(text.contains("devices \(never) never failed"))
        #expect(text.contains("Device \(errors.key) has \(errors.value) errors"))
        let groups = try #require(set.snapshot.overview.byAttribute).groups
        for group in groups {
            let rate = set.truth.numbers("failures_per_machine_by_model")[group.value]
            #expect(abs(group.perDevice - (rate ?? 0)) < 0.001)
        }
        let trends = set.snapshot.trends
        #expect(trends.headline.verdict == .neither)
        #expect(trends.kinds.first?.series.slices.last?.isComplete == false)
        let january = try #require(set.truth.counts("failures", "by_month")["2015-01"])
        #expect(
            try set.text(.trends).contains("\(january) failures in the busiest month, 1 Jan 2015"))
        let share = try #require(
            set.truth.number("failures_with_matching_error_exactly_24h_before", "share"))
        #expect(try #require(trends.precursors).announced >= share)
    }

    @Test("Azure PdM: the reading that shifts before failures of each component")
    func azureSigns() throws {
        let set = try Expected("azure_pdm")
        defer { set.remove() }
        var seen: Set<String> = []
        for kind in set.found {
            guard case .beforeFailure(let metric, let code, let sign) = kind else { continue }
            seen.insert(code.name)
            let shift = ["sensor_shift_before_failure", code.name]
            let value = try #require(set.truth.number(shift[0], shift[1], "mean_24-48h_before"))
            let mean = try #require(set.truth.number(shift[0], shift[1], "fleet_mean"))
            #expect(abs(sign.value - value) < 0.02 * value, "\(code.name): \(sign.value)")
            #expect(abs(sign.ordinary - mean) < 0.02 * mean, "\(code.name): \(sign.ordinary)")
            let text = try set.text(.trends)
            #expect(text.contains("h before \(code.name) failures"))
            #expect(text.localizedCaseInsensitiveContains(metric.name))
        }
        #expect(seen == Set(set.truth.counts("failures", "by_component").keys))
        #expect(
            set.found.contains { kind in
                if case .beforeFailure(let metric, let code, _) = kind {
                    metric.name == "volt" && code.name == "comp1"
                } else {
                    false
                }
            })
    }

    @Test("C-MAPSS: constants are named and not tested, wear is seen in the others")
    func engines() throws {
        let set = try Expected("cmapss_fd001")
        defer { set.remove() }
        let units = (set.truth.count("train_units") ?? 0) + (set.truth.count("test_units") ?? 0)
        #expect(set.snapshot.context.deviceCount == units)
        let constants =
            set.found.compactMap { kind -> [String]? in
                if case .constant(let metrics) = kind { metrics.map(\.name) } else { nil }
            }.first ?? []
        #expect(Set(constants) == Set(set.truth.names("constant_columns_train").map(Self.column)))
        let verdicts = set.snapshot.trends.rows.reduce(into: [String: TrendRow.Verdict]()) {
            if case .metric(let metric) = $1.subject { $0[metric.name] = $1.verdict }
        }
        #expect(constants.allSatisfy { verdicts[$0] == nil })
        for sensor in set.truth.names("strong_trend_sensors") {
            let r = try #require(set.truth.number("trend_with_cycle", sensor, "mean_spearman"))
            #expect(verdicts[Self.column(sensor)] == (r > 0 ? .rising : .falling), "\(sensor)")
        }
        #expect(try set.text(.trends).contains("\(constants.count) readings never change"))
    }

    /// The name that a file without a header gives to a column of the truth.
    private static func column(_ name: String) -> String {
        let first = name.hasPrefix("op") ? 2 : 5
        let number = Int(name.drop { $0.isLetter }) ?? 0
        return "column \(first + number)"
    }

    @Test("SKAB: marked rows are counted, and a short record is not called steady")
    func skab() throws {
        let set = try Expected("skab")
        defer { set.remove() }
        let folder = SharedData.folder.appending(path: "skab")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".csv") }
        let marked = try files.reduce(0) { sum, file in
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let lines = text.split(whereSeparator: \.isNewline)
            guard let place = lines.first?.split(separator: ";").firstIndex(of: "anomaly") else {
                return sum
            }
            return sum + lines.dropFirst().count { Double($0.split(separator: ";")[place]) == 1 }
        }
        #expect(try set.text(.overview).contains("\(marked.grouped) of 23.6k"))
        let text = try set.text(.trends)
        #expect(text.contains("too short to estimate a trend"))
        #expect(!text.contains("The fleet mean has no trend") && !text.contains("0 tests"))
    }

    @Test("AI4I: no time is said to be none; marked rows by type and by reading")
    func milling() throws {
        let set = try Expected("ai4i2020")
        defer { set.remove() }
        #expect(try set.text(.trends).contains("The files have no times"))
        let text = try set.text(.diagnostics)
        #expect(text.contains("The share of labelled rows differs by Type"))
        #expect(
            text.contains(
                "Labelled rows differ from the others (\(set.truth.count("failures") ?? 0) of 10,000 rows)"
            ))
        for kind in set.found {
            if case .labelledRates(_, let shares) = kind {
                for share in shares {
                    let rate = set.truth.numbers("failure_rate_by_type")[share.value] ?? 0
                    #expect(abs(share.share - rate) < 1e-4)
                }
            }
            if case .labelledDiffer(let readings, _, _) = kind {
                for reading in readings {
                    let name = set.truth.numbers("mean_when_failed").keys.first {
                        $0.hasPrefix(reading.metric.name)
                    }
                    let mean = set.truth.number("mean_when_failed", name ?? "") ?? 0
                    let rest = set.truth.number("mean_when_ok", name ?? "") ?? 0
                    #expect(abs(reading.value - mean) < 1e-3 * mean)
                    #expect(abs(reading.low - rest) < 1e-3 * rest)
                }
                #expect(readings.contains { $0.metric.name.hasPrefix("Tool wear") })
            }
        }
    }
}
