import Foundation
import Testing
import Values
@testable import Telemetry

@Suite("Files that programs append to")
struct StreamLoadingTests {
    private static let names = (0..<3).map { "fleet/rows-20260101T00000\($0)Z.csv" }

    /// One row a minute of each of two devices.
    private func rows(_ minutes: Range<Int>, header: Bool = true, devices: Bool = true) -> String {
        let lines = minutes.flatMap { minute -> [String] in
            let time = MomentText.iso(nanoseconds: (1_767_225_600 + minute * 60) * 1_000_000_000)
            return devices
                ? ["\(time),a,\(minute % 7).5", "\(time),b,\(minute % 5).25"]
                : ["\(time),\(minute % 7).5"]
        }
        let head = devices ? "time,device,temperature" : "time,temperature"
        return ((header ? [head] : []) + lines).joined(separator: "\n") + "\n"
    }

    private func same(_ left: LoadedDataset, _ right: LoadedDataset) -> Bool {
        left.version == right.version && left.source.catalog == right.source.catalog
            && left.source.totals(Filter()) == right.source.totals(Filter())
            && left.report.files.map(\.rowsKept) == right.report.files.map(\.rowsKept)
    }

    @Test("Rows in the next file count wherever they lie in time, and growth goes on after it")
    func rotation() throws {
        let place = try TemporaryFolder()
        try place.put(Self.names[0], rows(0..<300))
        // Late rows, those of the last minute again, and new ones.
        try place.put(Self.names[1], rows(295..<400))
        let loaded = try DataLoader.load(try place.folder.dataset("fleet"))
        #expect(loaded.report.notes.isEmpty)
        #expect(loaded.source.totals(Filter()).metrics.first?.count == 2 * (300 + 105))
        #expect(loaded.source.catalog.devices.map(\.name) == ["a", "b"])
        try place.put(Self.names[1], rows(295..<410))
        var read = 0
        let grown = try loaded.reloaded(try place.folder.dataset("fleet")) { _ in read += 1 }
        #expect(read > 0)
        #expect(grown.source.totals(Filter()).metrics.first?.count == 2 * (300 + 115))
    }

    @Test("Files without a device's name are of one device, called as the set")
    func device() throws {
        let place = try TemporaryFolder()
        try place.put(Self.names[0], rows(0..<100, devices: false))
        try place.put(Self.names[1], rows(100..<200, devices: false))
        let loaded = try DataLoader.load(try place.folder.dataset("fleet"))
        #expect(loaded.source.catalog.devices.map(\.name) == ["fleet"])
    }

    @Test("A file that follows one read already is read alone, with the same result")
    func following() throws {
        let place = try TemporaryFolder()
        try place.put(Self.names[0], rows(0..<2_100))
        let old = try DataLoader.load(try place.folder.dataset("fleet"))
        try place.put(Self.names[1], rows(2_100..<2_300))
        var files: Set<String> = []
        let new = try old.reloaded(try place.folder.dataset("fleet")) { files.insert($0.file) }
        #expect(files == [String(Self.names[1].dropFirst(6))])
        #expect(same(new, try DataLoader.load(try place.folder.dataset("fleet"))))
        try place.put(Self.names[1], rows(2_100..<2_310))
        try place.put(Self.names[2], rows(2_310..<2_320))
        let next = try new.reloaded(try place.folder.dataset("fleet"))
        #expect(same(next, try DataLoader.load(try place.folder.dataset("fleet"))))
    }

    @Test("A file with further columns is read with all others anew")
    func widened() throws {
        let place = try TemporaryFolder()
        try place.put(Self.names[0], rows(0..<2_100))
        let old = try DataLoader.load(try place.folder.dataset("fleet"))
        try place.put(
            Self.names[1],
            "time,device,temperature,pressure\n2026-01-03T00:00:00Z,a,1.5,2.5\n2026-01-03T00:01:00Z,a,1.5,3.5\n"
        )
        let new = try old.reloaded(try place.folder.dataset("fleet"))
        #expect(new.source.catalog.metrics.map(\.name).sorted() == ["pressure", "temperature"])
        #expect(same(new, try DataLoader.load(try place.folder.dataset("fleet"))))
    }

    @Test("What was guessed from a few first rows is looked at again when there are more")
    func settling() throws {
        let place = try TemporaryFolder()
        // Read alone, the second column could be anything.
        try place.put(Self.names[0], "time,device,temperature\n2026-01-01T00:00:00Z,a,\n")
        let old = try? DataLoader.load(try place.folder.dataset("fleet"))
        try place.put(
            Self.names[0],
            "time,device,temperature\n2026-01-01T00:00:00Z,a,\n" + rows(1..<50, header: false))
        let dataset = try place.folder.dataset("fleet")
        let new = try old?.reloaded(dataset) ?? DataLoader.load(dataset)
        #expect(same(new, try DataLoader.load(dataset)))
        #expect(new.source.catalog.metrics.map(\.name) == ["temperature"])
    }
}
