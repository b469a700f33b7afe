import Dashboard
import Wording
import Exports
import Foundation
import Reports
import Testing
import Values
@testable import App
@testable import Pipeline

/// Windows of several devices say whose they are, wherever they are named.
@Suite("Windows of several devices")
struct WindowNamesTests {
    private func site(_ devices: [String]) throws -> LoadedSite {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-windows-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/set")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var text = "time,device,load\n"
        for hour in 0..<240 {
            for (place, device) in devices.enumerated() {
                let day = 1 + hour / 24
                let load = place * 5 + (hour * 7_919 + place * 31) % 13
                let (date, clock) = (day < 10 ? "0\(day)" : "\(day)", hour % 24)
                text +=
                    "2026-01-\(date)T\(clock < 10 ? "0" : "")\(clock):00:00Z,\(device),\(load)\n"
            }
        }
        try Data(text.utf8).write(to: folder.appending(path: "load.csv"))
        return try LoadedSite(root: root, set: "set")
    }

    @Test("Map, members and CSV name device and window")
    func several() throws {
        let site = try site(["press", "lathe"])
        defer { site.remove() }
        let report = site.analysed.snapshot.clusters
        guard case .windows = report.unit else {
            Issue.record("compares \(report.unit)")
            return
        }
        #expect(Set(report.members.map(\.name)).count == report.members.count)
        let member = try #require(report.members.first { $0.device?.name == "lathe" })
        let window = try #require(member.window)
        #expect(member.name == "lathe · " + window)
        let html = try site.html(.clusters)
        #expect(html.contains("lathe · " + window))
        #expect(html.contains(">lathe · " + window + "</a>"))
        let csv = String(decoding: try CSVExport(ClustersExport(report)).content(), as: UTF8.self)
        #expect(csv.contains("lathe · \(window),lathe,"))
    }

    @Test("Windows of the only device go by their time")
    func single() throws {
        let site = try site(["press"])
        defer { site.remove() }
        let member = try #require(site.analysed.snapshot.clusters.members.first)
        #expect(member.name == member.window)
    }

    @Test("Groups are kept beside what was made of the set, and forgotten with it")
    func kept() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-groups-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = GroupFile(folder: folder, log: Log(level: .quiet))
        #expect(file.memory(of: "set") == nil)
        let memory = GroupMemory(
            latest: .init(data: "2", unit: "devices", groups: ["a": 0, "b": -1]),
            earlier: .init(data: "1", unit: "devices", groups: ["a": 1, "b": 0]))
        file.keep(memory, of: "set")
        #expect(GroupFile(folder: folder, log: Log(level: .quiet)).memory(of: "set") == memory)
        file.forget("set")
        #expect(file.memory(of: "set") == nil)
    }
}
