import Dashboard
import Wording
import Foundation
import Reports
import Testing
import Values
@testable import App

/// What an expert expects of each set of events stands on its pages, with the figures of its truth.
@Suite("Expectations of sets of events", .enabled(if: SharedData.isHere, "needs ../shared/data"))
struct EventExpectationTests {
    @Test("BlueGene/L: one hot spot; events and errors have their waves at different times")
    func blueGene() throws {
        let set = try Expected("loghub_bgl_2k")
        defer { set.remove() }
        let alerts = try #require(set.truth.count("alerts"))
        let node = try #require(
            set.truth.counts("top5_nodes_alerts").max { $0.value < $1.value })
        let text = try set.text(.overview)
        let share = Int((100 * Double(node.value) / Double(alerts)).rounded())
        #expect(
            text.contains(
                "1 device accounts for \(share) % of all \(alerts) labelled rows: \(node.key)"))
        #expect(text.contains("\(alerts) of \((set.truth.count("rows") ?? 0).grouped)"))
        #expect(text.contains("All \((set.truth.count("nodes") ?? 0).grouped) devices"))
        #expect(text.contains("The files contain no readings"))
        #expect(set.snapshot.context.metrics.isEmpty)
        #expect(hotSpots(set).first == [node.key])
        let racks =
            set.found.compactMap { kind -> [NameGroup]? in
                if case .nameGroups(let groups, _) = kind { groups } else { nil }
            }.first ?? []
        let truth = set.truth.counts("by_rack_top5")
        #expect(racks.prefix(5).allSatisfy { truth[$0.name] == $0.events })
        #expect(text.contains("Grouped by the first part of the device name, R30 has"))
        let all = set.truth.counts("by_month").max { $0.value < $1.value }
        let bad = set.truth.counts("alerts_by_month").max { $0.value < $1.value }
        #expect(all?.key == "2005-07" && bad?.key == "2005-06")
        let trends = try set.text(.trends)
        #expect(trends.contains("A wave of errors from the beginning to 20 Jun"))
        #expect(trends.contains("A wave of events from the beginning to 25 Jul"))
        #expect(trends.contains("errors in the busiest month, 1 Jun to 1 Jul"))
        #expect(trends.contains("events in the busiest month, 1 Jul to 1 Aug"))
        #expect(set.snapshot.trends.kinds.first?.series.slices.last?.isComplete == false)
    }

    private func hotSpots(_ set: Expected) -> [[String]] {
        set.found.compactMap { kind in
            if case .concentration(_, let devices, _, _) = kind { devices.map(\.name) } else { nil }
        }
    }

    @Test("Thunderbird: minutes in steps of seconds; two hosts hold most")
    func thunderbird() throws {
        let set = try Expected("loghub_thunderbird_2k")
        defer { set.remove() }
        #expect(set.snapshot.context.deviceCount == set.truth.count("devices_User_column"))
        let series = try #require(set.snapshot.trends.kinds.first?.series)
        guard case .width(let width) = series.width else {
            Issue.record("minutes in calendar steps")
            return
        }
        #expect(width <= 60)
        #expect(set.snapshot.trends.week == nil)
        let hosts = set.truth.counts("top5_devices").sorted { $0.value > $1.value }.prefix(2)
        let rows = try #require(set.truth.count("rows"))
        let share = Int(
            (100 * Double(hosts.reduce(0) { $0 + $1.value }) / Double(rows)).rounded())
        let names = hosts.map(\.key).joined(separator: " and ")
        let text = try set.text(.overview)
        #expect(
            text.contains(
                "2 devices account for \(share) % of all \(rows.grouped) events: \(names)"))
        let trends = try set.text(.trends)
        #expect(!trends.contains("per 4 weeks"))
    }

    @Test("Titan: a wave of failures from the end of 2015 to early 2017; no event is no error")
    func titan() throws {
        let set = try Expected("titan_gpu_lifetimes")
        defer { set.remove() }
        let events = set.truth.counts("event")
        let failures = try #require(
            set.snapshot.overview.breakdowns.first { $0.kind == .failure })
        #expect(failures.total == (events["DBE"] ?? 0) + (events["OTB"] ?? 0))
        #expect(failures.items.allSatisfy { events[$0.code.name] == $0.count })
        let wave = try #require(waves(set, .failure).first)
        let months = set.truth.counts("events_by_remove_month")
        let top = try #require(months.max { $0.value < $1.value })
        #expect(wave.fullestCount == top.value)
        let from = try #require(wave.from)
        #expect((Self.time(2015, 10)...Self.time(2016, 1)).contains(from))
        #expect((Self.time(2017, 1)...Self.time(2017, 5)).contains(wave.to))
        let text = try set.text(.trends)
        #expect(
            text.contains("\(top.value) failures in the busiest month, 1 Apr 2016 to 1 May 2016"))
        #expect(text.contains("A wave of failures from"))
    }

    @Test("Alpine: an early wave, one in June 2021, then few; empty months are zeros")
    func alpine() throws {
        let set = try Expected("alpine_disk_failures")
        defer { set.remove() }
        let months = set.truth.counts("by_month_local")
        let waves = waves(set, .failure)
        let first = try #require(waves.first { $0.from == nil })
        let second = try #require(waves.first { $0.from != nil })
        #expect(first.fullestCount == months["2019-05"])
        #expect(first.to < Self.time(2019, 8))
        #expect(second.fullestCount == months["2021-06"])
        #expect(second.fullestFrom == Self.time(2021, 6))
        let text = try set.text(.trends)
        #expect(text.contains("A wave of failures from the beginning to 1 Jul 2019"))
        #expect(text.contains("A wave of failures from 1 Jun 2021"))
        let series = try #require(set.snapshot.trends.kinds.first?.series)
        for month in [7, 8] {
            let place = series.slices.firstIndex { $0.from == Self.time(2023, month) }
            #expect(months["2023-0\(month)"] == nil)
            #expect(series.counts[try #require(place)] == 0)
        }
        #expect(set.snapshot.context.metrics.isEmpty)
        #expect(set.snapshot.trends.headline.verdict == .better)
    }

    private func waves(_ set: Expected, _ kind: EventKind) -> [EventWave] {
        set.found.compactMap { found in
            if case .wave(kind, let wave) = found { wave } else { nil }
        }
    }

    /// The beginning of a month in epoch seconds.
    private static func time(_ year: Int, _ month: Int) -> Double {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "UTC") ?? .current
        let date = calendar.date(from: DateComponents(year: year, month: month, day: 1))
        return date?.timeIntervalSince1970 ?? .nan
    }
}
