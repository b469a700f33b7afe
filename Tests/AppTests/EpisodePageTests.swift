import Dashboard
import Wording
import Foundation
import Pipeline
import Reports
import Testing
import Values

@testable import App

/// What a person sees at once on the chart of a device is the first thing that the Overview says, and
/// what is no trouble is not there.
@Suite("Troubles on the Overview")
struct EpisodePageTests {
    @Test("A fleet that rests every weekend and ends on one has nothing wrong")
    func weekend() throws {
        let page = try MadeCompressors(hours: 28 * 24).overview()
        #expect(page.critical == 0 && page.warning == 0)
        #expect(page.troubles.isEmpty, "\(page.troubles)")
    }

    @Test("A last day that has only begun is not over, and nobody's trouble")
    func unfinished() throws {
        let page = try MadeCompressors(hours: 24 * 24 + 4).overview()
        #expect(page.critical == 0 && page.warning == 0)
        #expect(page.troubles.isEmpty, "\(page.troubles)")
    }

    @Test("A bearing that creeps from 2.1 to 4.6 mm/s is told although weekends are quieter")
    func drift() throws {
        let page = try MadeCompressors { fleet in
            fleet.change(7, "vibration", 300..<672) { value, share in value + 2.5 * share }
        }.overview()
        let first = try #require(page.troubles.first)
        #expect(first.contains("upward drift of vibration since"), "\(first)")
        #expect(first.contains("unit-07") && page.troubles.count == 1)
    }

    @Test("A loss of 3.2 bar for three hours is told with its hours and both levels")
    func event() throws {
        let page = try MadeCompressors { fleet in
            fleet.change(3, "pressure", 402..<405) { value, _ in value - 3.2 }
        }.overview()
        let first = try #require(page.troubles.first)
        #expect(first.contains("pressure far below its usual level"), "\(first)")
        #expect(first.contains("unit-03") && first.contains("instead of"))
        #expect(first.contains("18:00"), "\(first)")
    }

    @Test("A device 9 °C too hot all along is named, with the level of the others")
    func apart() throws {
        let page = try MadeCompressors { fleet in
            fleet.change(5, "temperature", 0..<672) { value, _ in value + 9 }
        }.overview()
        let first = try #require(page.troubles.first)
        #expect(first.contains("temperature is above its peers throughout"), "\(first)")
        #expect(first.contains("unit-05") && page.troubles.count == 1)
    }

    @Test("Five devices of one site with one cause are one line that names the site")
    func common() throws {
        let page = try MadeCompressors(devices: 20) { fleet in
            for device in stride(from: 0, to: 20, by: 4) {
                fleet.change(device, "temperature", 500..<672) { value, _ in value + 6 }
            }
        }.overview()
        #expect(page.troubles.count == 1, "\(page.troubles)")
        let first = try #require(page.troubles.first)
        #expect(first.contains("site north") && first.contains("temperature jumped up"), "\(first)")
    }

    @Test("A code that rose from none to sixty is told as new")
    func code() throws {
        let page = try MadeCompressors { fleet in
            fleet.log = (0..<55).map { (hour: 12 * $0, device: $0 * 5 % 12, code: "E01") }
            fleet.log += (0..<60).map { (hour: 480 + 3 * $0, device: 2, code: "E17") }
        }.overview()
        let first = try #require(page.troubles.first)
        #expect(first.contains("new code E17"), "\(first)")
        #expect(first.contains("unit-02") && page.troubles.count == 1)
    }

    @Test("A machine alone that was shut down for a day is told of by its own past")
    func shutdown() throws {
        let page = try MadeCompressors(devices: 1, hours: 60 * 24) { fleet in
            fleet.change(0, "temperature", 900..<924) { _, _ in 20 }
        }.overview()
        #expect(!page.text.contains("Nothing unusual"))
        #expect(page.troubles.contains { $0.contains("temperature") }, "\(page.troubles)")
    }
}

/// Compressors with readings every hour from a Monday on, which work less at night and on weekends;
/// every fourth stands at the site north.
private struct MadeCompressors {
    /// Monday, 4 March 2024, 00:00.
    private static let start = 1_709_510_400.0
    private static let signals = ["temperature", "pressure", "vibration"]

    private var values: [[[Double]]]
    var log: [(hour: Int, device: Int, code: String)] = []

    init(
        devices: Int = 12, hours: Int = 28 * 24,
        _ change: (inout MadeCompressors) -> Void = { _ in }
    ) {
        var random = Chance()
        values = (0..<devices).map { _ in
            let own = (0..<3).map { _ in random.normal() }
            var rows = Self.signals.map { _ in [Double]() }
            for hour in 0..<hours {
                let isWeekend = hour / 24 % 7 >= 5
                let isDay = (6..<20).contains(hour % 24)
                let load = (isDay ? 0.9 : 0.5) * (isWeekend ? 0.5 : 1)
                let wander = 0.02 * random.normal()
                let levels = [50 + 20 * (load + wander), 7 + load + wander, 1.6 + 0.6 * load]
                for (signal, noise) in [0.6, 0.08, 0.08].enumerated() {
                    rows[signal].append(
                        levels[signal] + noise * own[signal]
                            + noise * random.normal())
                }
            }
            return rows
        }
        change(&self)
    }

    mutating func change(
        _ device: Int, _ signal: String, _ hours: Range<Int>,
        _ change: (_ value: Double, _ share: Double) -> Double
    ) {
        guard let place = Self.signals.firstIndex(of: signal) else { return }
        for hour in hours {
            let share = Double(hour - hours.lowerBound) / Double(hours.count)
            values[device][place][hour] = change(values[device][place][hour], share)
        }
    }

    /// The Overview as a person reads it.
    struct Overview {
        /// All of its words, spaces made one.
        let text: String
        /// The sentences of episodes that are no remarks, in order.
        let troubles: [String]
        let critical: Int
        let warning: Int
    }

    func overview() throws -> Overview {
        let root = FileManager.default.temporaryDirectory.appending(
            path: "perfmon-made-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appending(path: "raw").appending(path: "made")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, lines) in files {
            let data = Data(lines.joined(separator: "\n").utf8)
            try data.write(to: folder.appending(path: name))
        }
        let site = try LoadedSite(root: root, set: "made")
        let report = site.analysed.snapshot.overview
        let isOfTroubles = report.changes.map { finding in
            guard case .episode(let episode) = finding.kind else { return false }
            return episode.grade > .remark
        }
        let html = try site.html(.overview, [("lang", "en")])
        let list = html.components(separatedBy: "<ol class=\"news\">").dropFirst().first ?? ""
        let items = (list.components(separatedBy: "</ol>").first ?? "")
            .components(separatedBy: "<li").dropFirst().map { Self.words("<li" + $0) }
        #expect(items.count == isOfTroubles.count)
        return Overview(
            text: Self.words(html), troubles: zip(items, isOfTroubles).filter(\.1).map(\.0),
            critical: report.headline.critical, warning: report.headline.warning)
    }

    private var files: [String: [String]] {
        let moment = { (hour: Int) in
            CivilTime(secondsSince1970: Self.start + Double(hour) * 3_600).isoText(withTime: true)
        }
        let name = { (device: Int) in "unit-" + (device < 10 ? "0" : "") + "\(device)" }
        let readings = values.indices.flatMap { device in
            values[device][0].indices.map { hour in
                let cells = values[device].map { "\(($0[hour] * 1_000).rounded() / 1_000)" }
                return ([moment(hour), name(device)] + cells).joined(separator: ",")
            }
        }
        var files = ["telemetry.csv": ["time,device,temperature,pressure,vibration"] + readings]
        if values.count > 1 {
            files["devices.csv"] =
                ["device,site"]
                + values.indices.map { name($0) + ($0 % 4 == 0 ? ",north" : ",south") }
        }
        if !log.isEmpty {
            files["errors.csv"] =
                ["time,device,error"]
                + log.map { "\(moment($0.hour)),\(name($0.device)),\($0.code)" }
        }
        return files
    }

    private static func words(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" {
                isTag = true
            } else if character == ">" {
                isTag = false
            } else if !isTag {
                text.append(character)
            }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Numbers that look like chance, the same in every run.
private struct Chance {
    private var state: UInt64 = 20_240_304

    private mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 33) / 2_147_483_648
    }

    /// About normal, of unit variance: the sum of twelve uniform numbers less its mean.
    mutating func normal() -> Double { (0..<12).reduce(-6) { sum, _ in sum + uniform() } }
}
