import Dashboard
import Wording
import Foundation
import Pipeline
import Reports
import Telemetry
import Testing
import Values
@testable import App

/// Every real set gives every page: a chart or a sentence why not, and no number that is none.
@Suite("Real data sets", .enabled(if: SharedData.isHere, "needs ../shared/data"))
struct DataSetTests {
    @Test("Loads and gives every page", arguments: SharedData.sets)
    func pages(set: String) throws {
        let site = try LoadedSite(set: set)
        defer { site.remove() }
        for page in Page.allCases {
            let html = try site.html(page)
            let text = VisibleText(html)
            #expect(html.contains("<main"), "\(page) has no content")
            #expect(
                html.contains("<svg") || text.sentences > 0, "\(page) has neither chart nor words")
            for token in ["NaN", "nan", "inf", "-inf", "null", "-0", "−0", "Optional"] {
                #expect(!text.words.contains(token), "\(page) writes \(token)")
            }
            #expect(Contradictions.found(in: html).isEmpty, "\(page)")
            #expect(html.utf8.count < 500_000, "\(page) has \(html.utf8.count) bytes")
        }
    }

    @Test("Azure PdM: the Overview shows the figures of its truth")
    func azure() throws {
        let site = try LoadedSite(set: "azure_pdm")
        defer { site.remove() }
        let snapshot = site.analysed.snapshot
        #expect(snapshot.context.deviceCount == 100)
        let errors = try #require(snapshot.overview.breakdowns.first { $0.kind == .error })
        #expect(errors.total == 3_919)
        #expect(
            Dictionary(uniqueKeysWithValues: errors.items.map { ($0.code.name, $0.count) })
                == ["error1": 1_010, "error2": 988, "error3": 838, "error4": 727, "error5": 356])
        let failures = try #require(snapshot.overview.breakdowns.first { $0.kind == .failure })
        #expect(failures.items.map(\.count) == [259, 192, 179, 131])
        let html = try site.html(.overview)
        #expect(html.contains("3,919"))
        let precursors = try #require(snapshot.trends.precursors)
        let first = try #require(precursors.rows.first { $0.code.name == "error1" })
        let component = try #require(precursors.failures.firstIndex { $0.name == "comp1" })
        #expect(first.shares[component] > 0.95)
        #expect(first.followed < 0.25)
    }

    @Test("Azure PdM: the machines of models 1 and 2 stand together, as comp3 fails only in them")
    func failureLoad() throws {
        let site = try LoadedSite(set: "azure_pdm")
        defer { site.remove() }
        let report = site.analysed.snapshot.clusters
        // All together are one cloud; a split into two samplings is none of the machines.
        #expect(report.verdict == .partial)
        #expect(report.dropped.contains { $0.reason == .followsSampling })
        let failures = report.features.indices.filter { index in
            if case .codeRate(let code) = report.features[index] {
                code.kind == .failure
            } else {
                false
            }
        }
        #expect(failures.count == 4)
        let group = try #require(report.groups.first)
        #expect(report.groups.count == 1 && group.size == 33)
        #expect(group.carriers.map { report.features[$0].key } == ["rate_comp3"])
        let models = Set(group.attributes.filter { $0.count > 0 }.map(\.value))
        #expect(models == ["model1", "model2"])
        let others = report.members.filter { $0.group == nil }.map { $0.values[group.carriers[0]] }
        #expect(others.count == 67 && others.allSatisfy { $0 == 0 })
        let feature = report.features[failures[0]]
        let html = try site.html(.clusters, [("across", feature.key), ("up", "age")])
        #expect(html.contains("value=\"\(feature.key)\" selected"))
    }

    @Test("SKAB: short records are drawn with their eight signals, and an end is no silence")
    func shortRecords() throws {
        let site = try LoadedSite(set: "skab")
        defer { site.remove() }
        let report = try #require(
            try site.pipeline.diagnose("valve1/1", in: site.analysed) { _ in
                ModelPanel(runtime: .missing, entries: [])
            })
        #expect(report.signals.count == 8)
        #expect(report.signals.allSatisfy { $0.values.count(where: \.isFinite) > 500 })
        #expect(report.signals.contains { !$0.out.isEmpty }, "a closed valve marks nothing")
        #expect(
            site.analysed.snapshot.overview.devices.allSatisfy { row in
                row.trouble?.kind != .silent
            })
        #expect(try site.html(.diagnostics).contains("Pressure"))
    }

    @Test("AI4I: rates of a table without time are shares of its rows")
    func tableRates() throws {
        let site = try LoadedSite(set: "ai4i2020")
        defer { site.remove() }
        let clusters = site.analysed.snapshot.clusters
        for (column, feature) in clusters.features.enumerated() {
            guard case .codeRate = feature else { continue }
            #expect(clusters.members.allSatisfy { (0...1).contains($0.values[column]) })
        }
        for series in site.analysed.snapshot.overview.rates {
            let share = Double(series.counts.reduce(0, +)) / 10_000
            #expect(abs(series.mean - share) < 0.01 * share, "\(series.kind): \(series.mean)")
        }
    }

    @Test("A set with readings has its signals on Diagnostics", arguments: SharedData.sets)
    func signals(set: String) throws {
        let site = try LoadedSite(set: set)
        defer { site.remove() }
        let missingData = site.analysed.snapshot.overview.missingData
        guard !missingData.metrics, !missingData.time else { return }
        let report = try #require(
            try site.pipeline.diagnose(nil, in: site.analysed) { _ in
                ModelPanel(runtime: .missing, entries: [])
            })
        #expect(!report.signals.isEmpty)
        #expect(report.signals.contains { $0.values.contains(where: \.isFinite) })
    }

    @Test("Diagnostics renders for devices of every rank", arguments: SharedData.sets)
    func everyRank(set: String) throws {
        let site = try LoadedSite(set: set)
        defer { site.remove() }
        let devices = site.analysed.snapshot.overview.devices
        for row in stride(from: 0, to: devices.count, by: max(1, devices.count / 20)) {
            let html = try site.html(.diagnostics, [("focus", devices[row].device.name)])
            #expect(html.contains("<main"), "no page for \(devices[row].device.name)")
            #expect(!VisibleText(html).words.contains("NaN"))
        }
    }

    @Test("Cycles are no dates: C-MAPSS shows 200 engines and no calendar")
    func cmapss() throws {
        let site = try LoadedSite(set: "cmapss_fd001")
        defer { site.remove() }
        #expect(site.analysed.snapshot.context.axis == .cycle)
        #expect(site.analysed.snapshot.context.deviceCount == 200)
        #expect(site.analysed.snapshot.trends.week == nil)
    }

    @Test("BlueGene/L: one node holds the alerts and is named")
    func hotSpot() throws {
        let site = try LoadedSite(set: "loghub_bgl_2k")
        defer { site.remove() }
        #expect(site.analysed.snapshot.context.deviceCount == 1_778)
        #expect(site.analysed.snapshot.context.metrics.isEmpty)
        #expect(try site.html(.overview).contains("R30-M0-N9-C:J16-U01"))
    }
}

/// A set loaded and analysed as the server does it, for rendering pages.
struct LoadedSite {
    let root: URL
    let pipeline: AnalysisPipeline
    let analysed: AnalysedSnapshot

    init(set: String) throws {
        try self.init(root: SharedData.dataFolder(with: set), set: set)
    }

    init(root: URL, set: String) throws {
        self.root = root
        let loaded = try DataLoader.load(try DatasetFolder(root: root).dataset(set))
        pipeline = AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: loaded.corrections,
            fingerprint: "test")
        analysed = try pipeline.run(Choice())
    }

    /// The sample fleet in a folder of its own.
    static func sample() throws -> LoadedSite {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-sample-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/sample-fleet")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for file in SampleFleet().files() {
            try Data(file.text.utf8).write(to: folder.appending(path: file.name))
        }
        return try LoadedSite(root: root, set: "sample-fleet")
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

    func html(
        _ page: Page, _ items: [(String, String)] = [], _ prediction: PredictionState = .none,
        versions: ModelVersions? = nil
    ) throws -> String {
        var input = PageInput(
            snapshot: analysed.snapshot, query: PageQuery(items),
            datasets: [analysed.snapshot.context.dataset],
            dataset: analysed.snapshot.context.dataset, state: .ready)
        input.prediction = prediction
        input.modelVersions = versions
        if page == .diagnostics {
            input.diagnostics = try pipeline.diagnose(
                items.last { $0.0 == "focus" }?.1, in: analysed
            ) { _ in
                ModelPanel(runtime: .missing, entries: [])
            }
        }
        if page == .rows {
            input.rows = try pipeline.rows(
                .init(file: nil, device: nil, from: nil, to: nil, codes: [], offset: 0, limit: 50))
        }
        return String(decoding: PageRenderer.render(page, input), as: UTF8.self)
    }
}

/// The text of a page without its tags and without cells of the user's files.
struct VisibleText {
    let words: Set<String>
    let sentences: Int

    init(_ html: String) {
        var text = ""
        var isTag = false
        var isRaw = false
        var tag = ""
        for character in html {
            if character == "<" {
                isTag = true
                tag = ""
            } else if character == ">" {
                isTag = false
                if tag.hasPrefix("table class=\"raw") { isRaw = true }
                if tag == "/table" { isRaw = false }
                text += " "
            } else if isTag {
                tag.append(character)
            } else if !isRaw {
                text.append(character)
            }
        }
        words = Set(
            text.split { $0.isWhitespace || "(),;:%".contains($0) }.map(String.init))
        sentences = text.components(separatedBy: ". ").count - 1
    }
}
