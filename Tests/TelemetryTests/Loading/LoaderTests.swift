import Foundation
import Markup
import Synchronization
import Testing
import Values
@testable import Telemetry

@Suite("Loading a data set")
struct LoaderTests {
    /// Hourly readings of machines from an hour of 2020 on.
    private func readings(
        _ hours: Range<Int>, machines: ClosedRange<Int> = 1...3, offset: Double = 0
    ) -> String {
        var text = "datetime,machineID,volt,pressure\n"
        for machine in machines {
            for hour in hours {
                let volt = 170 + Double((hour * 7 + machine * 3) % 11) + offset
                text += "\(Self.time(hour)),\(machine),\(volt),\(100.5 + Double(hour % 5))\n"
            }
        }
        return text
    }

    private static func time(_ hour: Int) -> String {
        let date = CivilDate(daysSince1970: 18_262 + hour / 24)
        let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(date.year)-\(two(date.month))-\(two(date.day)) \(two(hour % 24)):00:00"
    }

    private let errors = """
        datetime,machineID,errorID
        2020-01-02 03:00:00,1,error1
        2020-01-03 04:00:00,2,error2
        2020-01-03 04:00:00,2,error1

        """
    private let machines = "machineID,model,age\n1,model3,18\n2,model4,7\n3,model1,8\n4,model1,9\n"

    @Test("Readings, errors and attributes meet by device and time")
    func fleet() throws {
        let place = try TemporaryFolder()
        try place.put("fleet/telemetry.csv", readings(0..<200))
        try place.put("fleet/errors.csv", errors)
        try place.put("fleet/machines.csv", machines)
        var shares: [Double] = []
        let loaded = try DataLoader.load(try place.folder.dataset("fleet")) {
            shares.append($0.share)
        }
        let catalog = loaded.source.catalog
        #expect(catalog.devices.map(\.name) == ["1", "2", "3", "4"])
        #expect(catalog.devices[1].attributes.contains("model4"))
        #expect(catalog.metrics.map(\.name) == ["volt", "pressure"])
        #expect(catalog.codes.map(\.name) == ["error1", "error2"])
        #expect(catalog.axis.bucketWidth == 3_600)
        #expect(catalog.axis.kind == .time(zone: "UTC", isStated: false))
        #expect(catalog.axis.start == 1_577_836_800)
        #expect(loaded.source.totals(Filter()).metrics[0].count == 600)
        #expect(loaded.report.files.map(\.name) == ["errors.csv", "machines.csv", "telemetry.csv"])
        #expect(loaded.report.notes.isEmpty)
        #expect(shares.last == 1 && zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test("The version follows contents, corrections and zone, not the place")
    func version() throws {
        func version(
            _ text: String, correction: SchemaCorrection? = nil, zone: String = "UTC"
        ) throws -> UInt64 {
            let place = try TemporaryFolder()
            try place.put("fleet/telemetry.csv", text)
            try place.folder.setCorrection(correction, for: "telemetry.csv", in: "fleet")
            var options = LoadOptions()
            options.reading.timeZone = zone
            return try DataLoader.load(try place.folder.dataset("fleet"), options: options).version
        }
        let text = readings(0..<30)
        let versions = [
            try version(text), try version(readings(0..<31)),
            try version(text, correction: SchemaCorrection(units: ["volt": "V"])),
            try version(text, zone: "Europe/Berlin"),
        ]
        #expect(Set(versions).count == 4)
        #expect(try version(text) == versions[0])
    }

    @Test("Files that grew are read on from where they ended; older values stay")
    func growth() throws {
        let place = try TemporaryFolder()
        try place.put("fleet/telemetry.csv", readings(0..<100))
        try place.put("fleet/errors.csv", errors)
        let old = try DataLoader.load(try place.folder.dataset("fleet"))
        #expect(try old.reloaded(try place.folder.dataset("fleet")).version == old.version)

        let more = readings(100..<130, machines: 3...4).split(separator: "\n").dropFirst()
        try place.put(
            "fleet/telemetry.csv", readings(0..<100) + more.joined(separator: "\n") + "\n")
        try place.put("fleet/errors.csv", errors + "2020-01-05 00:00:00,4,error9\n")
        var rows: [Int] = []
        let new = try old.reloaded(try place.folder.dataset("fleet")) { rows.append($0.rows) }
        let fresh = try DataLoader.load(try place.folder.dataset("fleet"))
        #expect(new.version == fresh.version && new.version != old.version)
        #expect(new.source.catalog == fresh.source.catalog)
        #expect(new.source.totals(Filter()) == fresh.source.totals(Filter()))
        #expect(
            new.source.timeline(Filter(), step: .day).rows
                == fresh.source.timeline(Filter(), step: .day).rows)
        #expect(new.report.files.map(\.rowsKept) == fresh.report.files.map(\.rowsKept))
        #expect(new.report.files.map(\.timeRange) == fresh.report.files.map(\.timeRange))
        #expect(rows.sorted() == [4, 360])
        #expect(old.source.catalog.devices.count == 3)
        #expect(old.source.totals(Filter()).metrics[0].count == 300)
    }

    @Test("Anything but growth is read from the beginning")
    func otherChanges() throws {
        let place = try TemporaryFolder()
        try place.put("fleet/telemetry.csv", readings(0..<100))
        let old = try DataLoader.load(try place.folder.dataset("fleet"))
        try place.put("fleet/telemetry.csv", readings(0..<120, offset: 5))
        let changed = try old.reloaded(try place.folder.dataset("fleet"))
        #expect(changed.source.totals(Filter()).metrics[0].count == 360)
        #expect((changed.source.totals(Filter()).metrics[0].minimum) >= 175)
        try place.put("fleet/errors.csv", errors)
        let added = try changed.reloaded(try place.folder.dataset("fleet"))
        #expect(added.source.catalog.codes.count == 2)
        try place.folder.setCorrection(
            SchemaCorrection(eventKind: .failure), for: "errors.csv", in: "fleet")
        let corrected = try added.reloaded(try place.folder.dataset("fleet"))
        #expect(corrected.source.catalog.codes.map(\.kind) == [.failure, .failure])
    }

    @Test("Files that name no device are devices; the same stem in two folders takes the folder")
    func fileDevices() throws {
        let text = readings(0..<20, machines: 1...1).split(separator: "\n")
            .map { $0.split(separator: ",").enumerated().filter { $0.offset != 1 } }
            .map { $0.map { String($0.element) }.joined(separator: ",") }
            .joined(separator: "\n")
        let place = try TemporaryFolder()
        try place.put("set/valve/1.csv", text + "\n")
        try place.put("set/valve/2.csv", text + "\n2020-01-03 00:00:00,5,5\n")
        let stems = try DataLoader.load(try place.folder.dataset("set")).source.catalog
        #expect(stems.devices.map(\.name) == ["1", "2"])
        try place.put("set/other/1.csv", text + "\n2020-01-04 00:00:00,5,5\n")
        let paths = try DataLoader.load(try place.folder.dataset("set")).source.catalog
        #expect(paths.devices.map(\.name) == ["other/1", "valve/1", "valve/2"])
    }

    @Test("Two plants with the same machine numbers are told apart by their folders")
    func plants() throws {
        let place = try TemporaryFolder()
        try place.put("set/north/telemetry.csv", readings(0..<50))
        try place.put("set/north/errors.csv", errors)
        try place.put("set/south/telemetry.csv", readings(0..<50, offset: 9))
        let loaded = try DataLoader.load(try place.folder.dataset("set"))
        #expect(
            loaded.source.catalog.devices.map(\.name) == [
                "north / 1", "north / 2", "north / 3", "south / 1", "south / 2", "south / 3",
            ])
        #expect(
            loaded.report.notes == [
                .fileNamesSeparateDevices(
                    files: ["north/telemetry.csv", "south/telemetry.csv"], sharedNames: 3)
            ])
        let errors = loaded.source.topDevices(Filter(), kinds: [.error], limit: 1)
        #expect(errors == [DeviceCount(device: 1, count: 2)])
    }

    @Test("A file twice counts once; an unusable one is noted and left out")
    func troubles() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", readings(0..<50))
        try place.put("set/b copy.csv", readings(0..<50))
        try place.put("set/empty.csv", "")
        let loaded = try DataLoader.load(try place.folder.dataset("set"))
        #expect(loaded.source.catalog.rows == 150)
        #expect(loaded.report.notes.contains(.sameContent(kept: "a.csv", left: "b copy.csv")))
        #expect(
            loaded.report.notes.contains {
                if case .unreadableFile("empty.csv", _) = $0 { return true }
                return false
            })
        try place.put("bad/empty.csv", "")
        #expect(throws: LoadError.self) { try DataLoader.load(try place.folder.dataset("bad")) }
        #expect(throws: LoadError.noFiles(dataset: "none")) {
            try DataLoader.load(Dataset(name: "none", files: []))
        }
        var options = LoadOptions()
        options.reading.timeZone = "Mars/Olympus"
        #expect(throws: LoadError.unknownTimeZone("Mars/Olympus")) {
            try DataLoader.load(try place.folder.dataset("set"), options: options)
        }
    }

    @Test("What progress throws ends loading")
    func cancellation() throws {
        let place = try TemporaryFolder()
        try place.put("set/a.csv", readings(0..<50))
        #expect(throws: CancellationError.self) {
            try DataLoader.load(try place.folder.dataset("set")) { _ in
                throw CancellationError()
            }
        }
    }

    @Test("The raw rows behind a device, a time and a code, as written")
    func rawRows() throws {
        let place = try TemporaryFolder()
        try place.put("fleet/telemetry.csv", readings(0..<200))
        try place.put("fleet/errors.csv", errors)
        let source = try DataLoader.load(try place.folder.dataset("fleet")).source
        let start = source.catalog.axis.start
        let filter = Filter(from: start + 7_200, to: start + 5 * 3_600, devices: [1])
        let page = try source.rows(filter, file: "telemetry.csv", offset: 1, limit: 1)
        #expect(page.total == 3)
        #expect(page.rows.map(\.line) == [205])
        #expect(page.rows[0].cells.prefix(2) == ["2020-01-01 03:00:00", "2"])
        #expect(page.files == ["errors.csv", "telemetry.csv"])
        let code = try source.rows(Filter(codes: [1]), file: "errors.csv", offset: 0, limit: 10)
        #expect(code.rows.map(\.line) == [3, 4])
        let any = try source.rows(filter, file: nil, offset: 0, limit: 10)
        #expect(any.file == "telemetry.csv" && any.total == 3)
        let none = try source.rows(Filter(from: 1e12), file: nil, offset: 0, limit: 10)
        #expect(none.total == 0 && none.rows.isEmpty)
    }

    @Test("A stated zone moves the calendar, and daily readings keep to their days")
    func zones() throws {
        let place = try TemporaryFolder()
        var text = "date,machine,volt\n"
        for day in 0..<300 {
            for machine in ["a", "b"] {
                text += "\(Self.time(day * 24).prefix(10)),\(machine),\(day % 17).5\n"
            }
        }
        try place.put("set/daily.csv", text)
        var options = LoadOptions(isTimeZoneStated: true)
        options.reading.timeZone = "Europe/Berlin"
        let source = try DataLoader.load(try place.folder.dataset("set"), options: options).source
        #expect(source.catalog.axis.kind == .time(zone: "Europe/Berlin", isStated: true))
        #expect(source.catalog.axis.bucketWidth == 3_600)
        let timeline = source.timeline(Filter(), step: .day)
        #expect(timeline.rows == Array(repeating: 2, count: 300))
        let times = source.series(of: 0, Filter()).times
        #expect(times.allSatisfy { source.zone.hour(at: $0) == 0 })
    }
}
