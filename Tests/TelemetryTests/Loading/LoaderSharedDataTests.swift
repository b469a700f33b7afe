import Foundation
import Testing
import Values
@testable import Telemetry

/// The data sets beside the checkout, where they are.
private enum Shared {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data")

    static let isThere = FileManager.default.fileExists(atPath: folder.path)

    /// Loads a folder as a data set.
    static func load(
        _ name: String, options: LoadOptions = LoadOptions(), only: (String) -> Bool = { _ in true }
    ) throws -> LoadedDataset {
        let url = folder.appendingPathComponent(name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: url.path)
            .filter { SafeName.isData(String($0.split(separator: "/").last ?? "")) && only($0) }
        let files = NaturalOrder.order(paths).map { paths[$0] }.map { path in
            DatasetFile(
                name: path, url: url.appendingPathComponent(path),
                signature: FileSystem.status(url.appendingPathComponent(path).path)?.signature
                    ?? FileSignature(size: 0, modified: 0, inode: 0))
        }
        return try DataLoader.load(Dataset(name: name, files: files), options: options)
    }

    static func top(_ loaded: LoadedDataset, _ kind: EventKind, _ limit: Int) -> [String] {
        loaded.source.topDevices(Filter(), kinds: [kind], limit: limit).map {
            "\(loaded.source.catalog.devices[$0.device].name) \($0.count)"
        }
    }

    static func codes(_ loaded: LoadedDataset, _ kind: EventKind) -> [String] {
        loaded.source.catalog.codes.filter { $0.kind == kind }.map { "\($0.name) \($0.count)" }
    }

    /// Events of a kind in each slice.
    static func events(_ loaded: LoadedDataset, _ kind: EventKind, _ step: TimeStep) -> [Int] {
        let timeline = loaded.source.timeline(Filter(), step: step)
        let codes = loaded.source.catalog.codes.indices.filter {
            loaded.source.catalog.codes[$0].kind == kind
        }
        return timeline.slices.indices.map { slice in
            codes.reduce(0) { $0 + timeline.codes[$1][slice] }
        }
    }
}

@Suite("Known data sets", .enabled(if: Shared.isThere, "needs ../shared"))
struct LoaderSharedDataTests {
    @Test("A hundred machines: errors, failures, repairs, hourly and daily readings")
    func azure() throws {
        let loaded = try Shared.load("azure_pdm")
        let catalog = loaded.source.catalog
        #expect(catalog.devices.map(\.name) == (1...100).map(String.init))
        #expect(
            Shared.codes(loaded, .error) == [
                "error1 1010", "error2 988", "error3 838", "error4 727", "error5 356",
            ])
        #expect(
            Shared.codes(loaded, .failure) == ["comp2 259", "comp1 192", "comp4 179", "comp3 131"])
        #expect(
            Shared.codes(loaded, .repair) == ["comp2 863", "comp4 811", "comp3 808", "comp1 804"])
        #expect(Shared.top(loaded, .error, 5) == ["22 60", "78 54", "99 54", "15 51", "49 51"])
        #expect(Shared.top(loaded, .failure, 5) == ["99 19", "98 16", "17 15", "22 15", "37 14"])
        #expect(catalog.metrics.map(\.name) == ["volt", "rotate", "pressure", "vibration"])
        #expect(catalog.axis.bucketWidth == 3_600)
        #expect(
            loaded.report.notes == [
                .overlappingReadings(
                    kept: "PdM_telemetry_20machines_90days.csv",
                    left: "PdM_telemetry_daily_100machines.csv", devices: 20)
            ])
        #expect(Shared.events(loaded, .error, .month).suffix(13).first == 356)
        #expect(Shared.events(loaded, .error, .month).last == 2)
        #expect(
            Shared.events(loaded, .failure, .month).suffix(13)
                == [94, 50, 59, 69, 64, 58, 64, 64, 59, 59, 62, 59, 0])
        #expect(
            loaded.source.timeline(Filter(), step: .month).slices.last?.isComplete == false)
        let hours = try #require(loaded.source.weekHeatmap(Filter(), kinds: [.failure]))
        #expect(hours.counts.reduce(0) { $0 + $1[6] } == 743)
        #expect(hours.counts.reduce(0) { $0 + $1[3] } == 18)
        let models = catalog.attributes.firstIndex(of: "model")
        #expect(catalog.devices.count { $0.attributes[models ?? 0] == "model3" } == 35)
        // Machines 21 to 100 have daily readings alone.
        let features = loaded.source.deviceFeatures(Filter())
        #expect(features[20...].allSatisfy { $0.metrics[0].count == 365 })
        let hourly = Filter(
            from: 1_420_092_000, to: 1_427_868_000, devices: Array(0..<20))
        let volt = loaded.source.totals(hourly).metrics[0]
        #expect(volt.count == 43_200 && agree(volt.mean, 170.999244, 1e-6))
        #expect(agree(volt.standardDeviation, 15.619563, 1e-6))
    }

    @Test("Three sensors of one day")
    func iot() throws {
        let loaded = try Shared.load("iot_env_sensors")
        #expect(
            loaded.source.catalog.devices.map(\.name)
                == ["iot-device-01", "iot-device-02", "iot-device-03"])
        let features = loaded.source.deviceFeatures(Filter())
        #expect(features.map(\.rows) == [13_821, 12_959, 23_490])
        let temp = try #require(
            loaded.source.catalog.metrics.firstIndex { $0.name == "temp" })
        #expect(agree(features[0].metrics[temp].mean, 19.248397, 1e-6))
        #expect(agree(features[0].metrics[temp].standardDeviation, 0.588745, 1e-5))
        #expect(agree(loaded.source.totals(Filter()).metrics[temp].minimum, 0.1, 1e-6))
        #expect(loaded.report.files.first?.duplicateRows == 1)
    }

    @Test("A log of a supercomputer: severity decides what is an error")
    func bgl() throws {
        let loaded = try Shared.load("loghub_bgl_2k")
        #expect(loaded.source.catalog.rows == 2_000)
        #expect(loaded.source.catalog.devices.count == 1_778)
        #expect(
            loaded.source.catalog.severities.map { "\($0.name) \($0.count) \($0.isError)" } == [
                "FATAL 347 true", "SEVERE 7 true", "ERROR 41 true", "WARNING 8 false",
                "INFO 1597 false",
            ])
        #expect(Shared.top(loaded, .error, 1) == ["R30-M0-N9-C:J16-U01 60"])
        #expect(loaded.source.catalog.metrics.isEmpty)
        #expect(loaded.source.catalog.axis.bucketCount <= 10_000)
    }

    @Test("Three stations of four years")
    func beijing() throws {
        let loaded = try Shared.load("beijing_air_3stations")
        let catalog = loaded.source.catalog
        #expect(catalog.devices.map(\.name) == ["Changping", "Dongsi", "Huairou"])
        let place = try #require(catalog.metrics.firstIndex { $0.name == "PM2.5" })
        let features = loaded.source.deviceFeatures(Filter())
        #expect(features[0].metrics[place].count == 34_290)
        #expect(agree(features[0].metrics[place].mean, 71.099743, 1e-6))
        #expect(features[0].rows == 35_064)
        #expect(catalog.axis.bucketWidth == 3_600 && catalog.axis.bucketCount == 35_064)
    }

    @Test("Stays of graphics cards: the event belongs to the end, none is none")
    func titan() throws {
        let loaded = try Shared.load("titan_gpu_lifetimes")
        #expect(loaded.source.catalog.rows == 37_343)
        let codes = loaded.source.catalog.codes.map { "\($0.name) \($0.count)" }
        #expect(codes == ["DBE 4826", "OTB 1541"])
        let kind = try #require(loaded.source.catalog.codes.first?.kind)
        let months = Shared.events(loaded, kind, .month)
        #expect(months.max() == 442)
        #expect(months.reduce(0, +) == 6_367)
    }

    @Test("Disk failures: every row is one; months without are zeros")
    func alpine() throws {
        var options = LoadOptions(isTimeZoneStated: true)
        options.reading.timeZone = "America/New_York"
        let loaded = try Shared.load("alpine_disk_failures", options: options)
        let kind = try #require(loaded.source.catalog.codes.first?.kind)
        let months = Shared.events(loaded, kind, .month)
        #expect(months.reduce(0, +) == 3_766)
        #expect(months.prefix(6) == [115, 186, 265, 229, 270, 196])
        #expect(months[54...56] == [0, 0, 19])
        #expect(loaded.source.catalog.metrics.isEmpty)
    }

    @Test("Engines by cycle: training and test sets are different engines")
    func cmapss() throws {
        let loaded = try Shared.load("cmapss_fd001")
        let catalog = loaded.source.catalog
        #expect(catalog.axis.kind == .cycle && catalog.axis.bucketWidth == 1)
        #expect(catalog.devices.count == 200)
        #expect(catalog.devices.contains { $0.name == "train_FD001 / 1" })
        #expect(loaded.report.notes.contains(.otherTimeAxis(file: "RUL_FD001.txt")))
        #expect(
            loaded.report.notes.contains {
                if case .fileNamesSeparateDevices = $0 { return true }
                return false
            })
        let train = catalog.devices.indices.filter {
            catalog.devices[$0].name.hasPrefix("train")
        }
        let features = loaded.source.deviceFeatures(Filter(devices: train))
        #expect(features.reduce(0) { $0 + $1.rows } == 20_631)
        #expect(features.map(\.rows).max() == 362)
    }

    @Test("Benchmarks of one file a device")
    func benchmarks() throws {
        let skab = try Shared.load("skab") { $0.hasSuffix("/2.csv") }.source.catalog
        #expect(skab.devices.map(\.name) == ["other/2", "valve1/2"])
        #expect(skab.hasLabels && skab.metrics.count == 8)
        let nab = try Shared.load("nab/data") { $0.hasPrefix("realTraffic") || $0.contains("elb") }
            .source.catalog
        #expect(nab.devices.map(\.name) == ["elb_request_count_8c0756", "speed_6005"])
        #expect(nab.metrics.map(\.name) == ["value"])
    }

    @Test("A table without time: rows are units, flags are kinds of failure")
    func ai4i() throws {
        let loaded = try Shared.load("ai4i2020")
        let catalog = loaded.source.catalog
        #expect(catalog.axis.kind == .row && catalog.rows == 10_000)
        #expect(catalog.metrics.count == 5)
        #expect(loaded.source.totals(Filter()).labelled == 339)
        let codes = Dictionary(
            uniqueKeysWithValues: catalog.codes.map { ($0.name, $0.count) })
        #expect(codes == ["TWF": 46, "HDF": 115, "PWF": 95, "OSF": 98, "RNF": 19])
    }
}
