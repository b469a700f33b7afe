import Dashboard
import Wording
import Foundation
import Pipeline
import Reports
import Telemetry
import Testing
import Values
@testable import App

/// What a chosen period may not hide, invent or break.
@Suite("Chosen periods")
struct PeriodTests {
    private func sample() throws -> LoadedSite { try .sample() }

    private func choice(_ from: String, _ to: String) throws -> Choice {
        let format = ISO8601DateFormatter()
        var choice = Choice()
        choice.from = try #require(format.date(from: from + "T00:00:00Z")).timeIntervalSince1970
        choice.to = try #require(format.date(from: to + "T23:59:59Z")).timeIntervalSince1970
        return choice
    }

    @Test("The last day alone shows the troubles that the whole period shows", arguments: [1, 7])
    func shortPeriod(days: Int) throws {
        let site = try sample()
        defer { site.remove() }
        let whole = site.analysed.snapshot
        let troubled = Set(
            whole.overview.devices.filter { $0.furthest?.isOpen == true }.map(\.device.name))
        var choice = Choice()
        choice.from = whole.context.range.upperBound - Double(days) * 86_400
        let short = try site.pipeline.run(choice).snapshot
        let found = Set(
            short.overview.devices.filter { $0.furthest?.isOpen == true }.map(\.device.name))
        #expect(troubled.count >= 6)
        #expect(
            troubled.subtracting(found).isEmpty, "hidden: \(troubled.subtracting(found).sorted())")
        #expect(found.count <= troubled.count + 3, "invented: \(found.subtracting(troubled))")
    }

    @Test("A device without rows in the period is said to have none, and nothing breaks")
    func outage() throws {
        let site = try sample()
        defer { site.remove() }
        let choice = try choice("2026-04-02", "2026-04-02")
        let analysed = try site.pipeline.run(choice)
        let report = try #require(
            try site.pipeline.diagnose("pump-26", in: analysed) { _ in
                ModelPanel(runtime: .missing, entries: [])
            })
        #expect(report.rows == 0)
        #expect(report.signals.isEmpty)
        let html = try site.html(
            .diagnostics,
            [
                ("focus", "pump-26"), ("period", "range"), ("from", "2026-04-02"),
                ("to", "2026-04-02"),
            ])
        #expect(html.contains("<main"))
    }

    @Test("One row of 2099 is set aside and said, and the period stays that of the others")
    func stray() throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-stray-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/cells")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let start = 1_790_000_000
        let rows = (0..<1_440).flatMap { hour in
            (1...3).map { "\(start + hour * 3_600),cell-\($0),\(20 + hour % 7)\n" }
        }
        let text = "epoch,device,voltage\n" + rows.joined() + "4070908800,cell-1,21\n"
        try Data(text.utf8).write(to: folder.appending(path: "cells.csv"))
        let site = try LoadedSite(root: root, set: "cells")
        defer { site.remove() }
        let context = site.analysed.snapshot.context
        let end = Double(start + 1_439 * 3_600)
        #expect(site.pipeline.source.catalog.axis.dataRange.upperBound > 4e9)
        #expect(context.range == context.period, "the last day is counted from the stray row")
        #expect(abs(context.period.upperBound - end) < 3_600, "further than its bucket")
        let said = site.analysed.snapshot.overview.changes.contains { finding in
            if case .strayRows(let count, _) = finding.kind { count == 1 } else { false }
        }
        #expect(said)
        #expect(try site.html(.overview).contains("2099"))
    }

    @Test("The last reading belongs to a period that ends with the data")
    func lastReading() throws {
        let site = try sample()
        defer { site.remove() }
        let whole = site.analysed.snapshot
        var choice = Choice()
        choice.from = whole.context.range.upperBound - 6 * 3_600
        let analysed = try site.pipeline.run(choice)
        let report = try #require(
            try site.pipeline.diagnose("pump-07", in: analysed) { _ in
                ModelPanel(runtime: .missing, entries: [])
            })
        let signal = try #require(report.signals.first)
        #expect(signal.times.last == whole.context.range.upperBound)
        #expect(signal.values.last?.isFinite == true, "its slice is there, but empty")
    }

    @Test("A list of devices without any reading renders on every page")
    func onlyList() throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-list-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/list")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("machine_id,model,age\nA,x,1\nB,y,2\n".utf8)
            .write(to: folder.appending(path: "machines.csv"))
        let site = try LoadedSite(root: root, set: "list")
        defer { site.remove() }
        for page in [Page.overview, .clusters, .trends, .diagnostics] {
            #expect(try site.html(page).contains("<main"), "\(page)")
        }
    }
}
