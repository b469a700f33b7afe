import Dashboard
import Wording
import Foundation
import Pipeline
import Reports
import Telemetry
import Testing
@testable import App

/// Sets that grow in one direction: what is left out of them is said, and what is listed is bounded.
/// How long they take is for `perfmon bench growth`; here it is judged by what is compared.
@Suite("Sets that grow")
struct GrowthTests {
    private static func site(_ set: GrowthSet, _ size: Int) throws -> LoadedSite {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-growth-\(UUID().uuidString)")
        let folder = root.appending(path: "raw/grown")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try set.write(size: size, to: folder)
        return try LoadedSite(root: root, set: "grown")
    }

    private static let pages: [Page] = [.overview, .clusters, .trends, .diagnostics, .importFiles]

    /// Whatever there is much of, a page stays under 300 kB.
    private func expectSmallPages(_ site: LoadedSite) throws {
        for page in Self.pages {
            let bytes = try site.html(page).utf8.count
            #expect(bytes <= 300_000, "\(page): \(bytes)")
        }
    }

    @Test("The same size gives the same files")
    func files() throws {
        let folders = try (0..<2).map { _ -> URL in
            let folder = FileManager.default.temporaryDirectory
                .appending(path: "perfmon-growth-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try GrowthSet.devices.write(size: 30, to: folder)
            return folder
        }
        defer { for folder in folders { try? FileManager.default.removeItem(at: folder) } }
        let names = try FileManager.default.contentsOfDirectory(atPath: folders[0].path).sorted()
        #expect(names == ["devices.csv", "errors.csv", "failures.csv", "telemetry.csv"])
        for name in names {
            let texts = try folders.map { try Data(contentsOf: $0.appending(path: name)) }
            #expect(texts[0] == texts[1])
        }
        let rows = try String(
            contentsOf: folders[0].appending(path: "telemetry.csv"), encoding: .utf8)
        #expect(rows.split(separator: "\n").count == 301)
    }

    @Test("Sixty readings are compared two by two, and nothing is left unsaid")
    func fewReadings() throws {
        let site = try Self.site(.columns, 60)
        defer { site.remove() }
        let snapshot = site.analysed.snapshot
        #expect(snapshot.trends.pairs == nil)
        #expect(snapshot.clusters.directions == nil && snapshot.clusters.unitsTried == nil)
        #expect(snapshot.trends.metrics.count == 24 && snapshot.trends.metricsTested == 60)
        try expectSmallPages(site)
    }

    @Test("Of four hundred readings the likeliest pairs are compared, and the pages say so")
    func manyReadings() throws {
        let site = try Self.site(.columns, 400)
        defer { site.remove() }
        let snapshot = site.analysed.snapshot
        let pairs = try #require(snapshot.trends.pairs)
        #expect(pairs.possible == 400 * 399 / 2 && pairs.readings == 400)
        #expect(pairs.compared <= 5_000)
        #expect(snapshot.clusters.directions?.count ?? .max <= 64)
        #expect(snapshot.clusters.features.count > 700)
        let trends = try site.html(.trends)
        #expect(trends.contains("pairs of 400 readings"))
        #expect(trends.contains("24 of 400 readings with the clearest trends"))
        #expect(try site.html(.clusters).contains("principal components of"))
        let russian = try site.html(.trends, [("lang", "ru")])
        #expect(russian.contains("вероятнее всего меняются вместе"))
        #expect(russian.contains("с самыми явными трендами"))
        #expect(try site.html(.clusters, [("lang", "ru")]).contains("расстояния измерены по"))
        #expect(try site.html(.importFiles).contains("The first 200 of 402 columns"))
        try expectSmallPages(site)
    }

    @Test("Readings with the clearest trends are drawn first")
    func clearest() throws {
        let site = try Self.site(.columns, 60)
        defer { site.remove() }
        let trends = site.analysed.snapshot.trends
        // What cannot be tested comes last.
        let p = trends.metrics.map { $0.trend?.p ?? .nan }.map { $0.isNaN ? 2 : $0 }
        #expect(p.first ?? 2 < 1 && p == p.sorted())
    }

    @Test("A thousand codes and a thousand values of an attribute are listed in part")
    func codesAndValues() throws {
        for set in [GrowthSet.codes, .values] {
            let site = try Self.site(set, 1_000)
            defer { site.remove() }
            let snapshot = site.analysed.snapshot
            #expect(snapshot.trends.codes.count <= 12)
            #expect(snapshot.overview.breakdowns.allSatisfy { $0.items.count <= 12 })
            #expect(snapshot.clusters.features.count < 60)
            try expectSmallPages(site)
        }
    }

    @Test("Of twelve thousand devices the groups are found in a part, and the page says so")
    func manyDevices() throws {
        let site = try Self.site(.devices, 12_000)
        defer { site.remove() }
        #expect(site.analysed.snapshot.clusters.unitsTried == 10_000)
        let english = try site.html(.clusters)
        #expect(english.contains("found on a random sample of 10,000 of the 12,000 devices"))
        #expect(
            try site.html(.clusters, [("lang", "ru")])
                .contains("Группы найдены по случайной выборке"))
        try expectSmallPages(site)
    }
}
