import Testing
import Values

@testable import Containers

@Suite("Packed files and archives")
struct ZipTests {
    @Test("A packed file is unpacked, all its members", arguments: ["plain", "members"])
    func gzip(stem: String) throws {
        let files = try Unpacked.files("\(stem).csv.gz")
        #expect(files.map(\.name) == ["\(stem).csv"])
        #expect(files.first?.text == Unpacked.table)
    }

    @Test("An archive gives its tables, stored or deflated, under names that differ")
    func archive() throws {
        let files = try Unpacked.files("files.zip")
        #expect(files.map(\.name) == ["data-a.csv", "b.csv", "Kühlung.csv", "other-a.csv"])
        #expect(files.allSatisfy { $0.text == Unpacked.table })
    }

    @Test(
        "Sizes beyond 32 bits, sizes behind the contents and old names are read",
        arguments: [
            ("zip64.zip", "a.csv"), ("streamed.zip", "a.csv"), ("old-name.zip", "Kühl.csv"),
        ])
    func variants(archive: String, name: String) throws {
        let files = try Unpacked.files(archive)
        #expect(files.map(\.name) == [name])
        #expect(files.first?.text == Unpacked.table)
    }

    @Test(
        "What is no good archive is refused with its reason",
        arguments: [
            ("truncated.csv.gz", .damaged(entry: nil)), ("truncated.zip", .damaged(entry: nil)),
            ("no-zip.zip", .damaged(entry: nil)), ("bomb.csv.gz", .tooDense(limit: 250)),
            ("bomb.zip", .tooDense(limit: 250)),
            ("traversal.zip", .unsafeName("../../etc/b.csv")),
            ("absolute.zip", .unsafeName("/etc/b.csv")), ("drive.zip", .unsafeName("C:/b.csv")),
            ("encrypted.zip", .encrypted(entry: "a.csv")), ("nested.zip", .noTable),
            ("empty.zip", .noTable), ("wrong-checksum.zip", .damaged(entry: "a.csv")),
            ("other-method.zip", .unknownMethod(entry: "a.csv")), ("notes.xlsx", .noTable),
            ("broken.xlsx", .damaged(entry: "S")), ("entities.xlsx", .damaged(entry: "S")),
        ] as [(String, ContainerFault)])
    func refusals(name: String, fault: ContainerFault) {
        #expect(Unpacked.fault(name) == fault)
    }

    @Test("The limits hold: bytes, entries, parts of a workbook")
    func limits() {
        var limits = UnpackLimits()
        limits.bytes = Unpacked.table.utf8.count - 1
        #expect(Unpacked.fault("plain.csv.gz", limits: limits) == .tooLarge(limit: limits.bytes))
        #expect(Unpacked.fault("zip64.zip", limits: limits) == .tooLarge(limit: limits.bytes))
        limits = UnpackLimits()
        limits.entries = 3
        #expect(Unpacked.fault("files.zip", limits: limits) == .tooManyEntries(limit: 3))
        limits = UnpackLimits()
        limits.partBytes = 100
        #expect(Unpacked.fault("book.xlsx", limits: limits) == .tooLarge(limit: 100))
    }

    @Test(
        "Any one byte changed never does more than refuse",
        arguments: ["files.zip", "zip64.zip", "book.xlsx", "members.csv.gz"])
    func mutations(name: String) throws {
        var generator = SystemRandomNumberGenerator()
        let original = try Mutated.bytes(name)
        for _ in 0..<150 {
            var bytes = original
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
            if Bool.random(using: &generator) { bytes.removeLast(bytes.count - place) }
            try Mutated.unpack(bytes, name)
        }
    }
}
