import Analysis
import Foundation
import Reports
import Telemetry
import Testing
import Values

@testable import Pipeline

@Suite("Devices compared by their attributes")
struct AttributeComparisonTests {
    /// Devices with attributes, failures and errors.
    private func strongest(
        _ devices: [(attributes: [String], failures: Int, errors: Int)],
        attributes: [String] = ["model"]
    ) throws -> AttributeRates? {
        let source = MadeSource(
            devices.enumerated().map { index, device in
                MadeSource.Unit(
                    name: "d\(index)", attributes: device.attributes,
                    events: MadeSource.events([device.failures, device.errors]))
            }, codes: [(.failure, "seal"), (.error, "e")], attributes: attributes)
        return AttributeComparison(scope: source.scope, fleet: try source.fleet()).strongest()
    }

    private func models(
        _ a: [Int], _ b: [Int], errors: Int = 0
    ) -> [(attributes: [String], failures: Int, errors: Int)] {
        a.map { (["A"], $0, errors) } + b.map { (["B"], $0, errors) }
    }

    @Test("differ in failures per device, the most first, with the chance of chi-square")
    func failures() throws {
        let found = try #require(
            try strongest(
                models([1, 1, 1, 1, 1, 1], [4, 4, 4, 4, 4, 4]) + [([""], 90, 0)]))
        #expect(found.attribute == "model" && found.kind == .failure)
        #expect(found.groups.map(\.value) == ["B", "A"])
        #expect(found.groups.map(\.devices) == [6, 6] && found.groups.map(\.events) == [24, 6])
        #expect(found.groups.map(\.perDevice) == [4, 1])
        // Of 30 failures 15 are expected of each: (9² + 9²) / 15, with one degree of freedom.
        #expect(abs(found.p - erfc((10.8 / 2).squareRoot())) < 1e-12)
    }

    @Test("do not differ where there are fewer than ten events, or chance explains it")
    func chance() throws {
        let none = [Int](repeating: 0, count: 5)
        #expect(try strongest(models([2, 2, 2, 2, 2], none)) != nil)
        #expect(try strongest(models([2, 2, 2, 2, 1], none)) == nil)
        // 36 to 24: 2.4, and 0.05 needs 3.84; 40 to 24: 4.
        #expect(try strongest(models([8, 8, 8, 8, 4], [5, 5, 5, 5, 4])) == nil)
        #expect(try strongest(models([8, 8, 8, 8, 8], [5, 5, 5, 5, 4])) != nil)
        #expect(try strongest(models([8, 8, 8, 8, 8], [])) == nil, "one value only")
    }

    @Test("are compared by errors where failures do not tell, by whichever attribute tells more")
    func order() throws {
        let devices = (0..<12).map { index in
            (
                attributes: [index < 6 ? "A" : "B", index % 4 == 0 ? "x" : "y"], failures: 2,
                errors: index < 6 ? 9 : 1
            )
        }
        let found = try #require(try strongest(devices, attributes: ["model", "site"]))
        #expect(found.kind == .error && found.attribute == "model")
        let swapped = devices.map { ($0.attributes.reversed() as [String], $0.failures, $0.errors) }
        #expect(try strongest(swapped, attributes: ["site", "model"])?.attribute == "model")
    }

    @Test("are not compared by an attribute of more than twelve values")
    func values() throws {
        let devices = { (count: Int) in
            (0..<count).map { (attributes: ["v\($0)"], failures: $0 == 0 ? 50 : 1, errors: 0) }
        }
        #expect(try strongest(devices(12))?.groups.count == 12)
        #expect(try strongest(devices(12))?.groups.map(\.value).prefix(3) == ["v0", "v1", "v10"])
        #expect(try strongest(devices(13)) == nil)
    }
}

@Suite("Groups that repeat an attribute")
struct AttributeMirrorsTests {
    /// Units at 0 and at 9, in two groups.
    private func mirrors(
        _ attributes: [[String]], _ names: [String]
    ) throws
        -> [ClusterReport.Mirror]
    {
        let source = MadeSource(
            attributes.enumerated().map { MadeSource.Unit(name: "d\($0)", attributes: $1) },
            attributes: names)
        let places = attributes.indices.map {
            [$0 < 6 ? 0 : 9 + 0.01 * Double($0), Double($0 % 2)]
        }
        let grouping = try Grouping(
            FeatureMatrix(rows: places), choice: ClusterChoice(k: 2), count: nil, seed: 1)
        #expect(grouping.sizes == [6, attributes.count - 6] || attributes.count > 12)
        let table = FeatureTable(
            unit: .devices,
            units: attributes.indices.map {
                .init(name: "d\($0)", device: .init(index: $0, name: ""))
            },
            features: [], values: [])
        return AttributeMirrors(table: table, scope: source.scope).mirrors(grouping)
    }

    @Test("are told with how much they repeat it, the clearest first, and counted")
    func clear() throws {
        let found = try mirrors(
            (0..<12).map { [$0 % 2 == 0 ? "x" : "y", $0 < 6 ? "A" : "B", $0 == 3 ? "" : "one"] },
            ["turn", "model", "name"])
        #expect(found.map(\.attribute) == ["model", "turn"])
        #expect(abs(found[0].nmi - 1) < 1e-12 && found[0].strength == .almostAll)
        #expect(found[0].counts == [[6, 0], [0, 6]] && found[0].values == ["A", "B"])
        #expect(abs(found[1].nmi) < 1e-9 && found[1].counts == [[3, 3], [3, 3]])
    }

    @Test(
        "are not told of more than twelve values, of one, or of fewer than four units that have one"
    )
    func few() throws {
        let found = try mirrors(
            (0..<13).map { ["v\($0)", $0 == 0 || $0 == 12 ? "A" : $0 == 1 ? "B" : ""] },
            ["serial", "batch"])
        #expect(found.isEmpty)
        let more = try mirrors(
            (0..<13).map { ["v\(min($0, 11))", $0 > 10 ? "A" : $0 < 2 ? "B" : ""] },
            ["serial", "batch"])
        #expect(more.map(\.attribute) == ["batch", "serial"])
    }
}
