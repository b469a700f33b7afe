import Foundation
import Programs
import Testing
import Values

@testable import Containers

@Suite("Written archives")
struct ZipWriterTests {
    private static let contents: [(name: String, bytes: [UInt8])] = [
        ("a.csv", Array("time,v\n1,2\n".utf8)), ("empty.csv", []),
        ("Kühlung/насос 1 🚰.csv", Array(repeating: 0x41, count: 300_000)),
        ("noise.csv", noise(400_000)),
    ]

    /// Bytes that cannot be packed, the same each time.
    private static func noise(_ count: Int) -> [UInt8] {
        var state: UInt64 = 42
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
    }

    @Test(
        "are read back as they were written, packed, stored and with ZIP64 sizes",
        arguments: [
            (true, 0xFFFF_FFFF), (false, 0xFFFF_FFFF), (true, 1_000), (false, 1_000),
        ])
    func roundTrip(isPacked: Bool, largeFrom: Int) throws {
        try Scratch.with { folder in
            let path = folder.appending(path: "a.zip").path
            try Self.write(path, isPacked: isPacked, largeFrom: largeFrom)
            let read = try Self.read(path)
            #expect(read.map(\.name) == Self.contents.map(\.name))
            #expect(zip(read, Self.contents).allSatisfy { $0.bytes == $1.bytes })
        }
    }

    @Test("have the same bytes each time")
    func deterministic() throws {
        try Scratch.with { folder in
            let files = try ["a", "b"].map { name in
                let url = folder.appending(path: name)
                try Self.write(url.path, isPacked: true, largeFrom: 0xFFFF_FFFF)
                return try Data(contentsOf: url)
            }
            #expect(files[0] == files[1])
            #expect(files[0].count < 420_000, "nothing was packed")
        }
    }

    @Test("with more entries than 16 bits count are read back")
    func manyEntries() throws {
        try Scratch.with { folder in
            let path = folder.appending(path: "a.zip").path
            let zip = try ZipWriter(replacing: path)
            for number in 0..<66_000 { try zip.begin("\(number)") }
            try zip.finish()
            var limits = UnpackLimits()
            limits.entries = 70_000
            let archive = try ZipArchive(try SourceFile(path: path), limits: limits)
            #expect(archive.entries.count == 66_000)
            #expect(archive.entries.last?.name == "65999")
        }
    }

    @Test("An entry larger than it was said to be is refused, and no file appears")
    func tooLarge() throws {
        try Scratch.with { folder in
            let path = folder.appending(path: "a.zip").path
            do {
                let zip = try ZipWriter(replacing: path, largeFrom: 1_000)
                try zip.begin("a")
                #expect(throws: ContainerFault.tooLarge(limit: 999)) {
                    try zip.write(Self.noise(300_000))
                    try zip.finish()
                }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test(
        "All files of an archive come out under their names; a link is refused, as is a name twice")
    func unpackAll() throws {
        try Scratch.with { folder in
            let path = folder.appending(path: "a.zip").path
            try Self.write(path, isPacked: true, largeFrom: 0xFFFF_FFFF)
            let limits = UnpackLimits.sets(free: 2 << 30)
            let files = try Unpacker(limits: limits).unpackAll(path, into: folder)
            #expect(files.map(\.name) == Self.contents.map(\.name))
            var bytes = Array(try Data(contentsOf: URL(filePath: path)))
            // The permissions of the first entry of the directory, 2 bytes behind the others.
            let entry = try #require(
                bytes.indices.first { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
            bytes.replaceSubrange((entry + 40)..<(entry + 42), with: [0xFF, 0xA1])
            try Data(bytes).write(to: URL(filePath: path))
            #expect(throws: ContainerFault.link("a.csv")) {
                try Unpacker(limits: limits).unpackAll(path, into: folder)
            }
            let twice = try ZipWriter(replacing: path)
            for _ in 0..<2 { try twice.begin("a.csv") }
            try twice.finish()
            #expect(throws: ContainerFault.damaged(entry: "a.csv")) {
                try Unpacker(limits: limits).unpackAll(path, into: folder)
            }
            #expect(throws: ContainerFault.tooLarge(limit: 0)) {
                try Self.write(path, isPacked: true, largeFrom: 0xFFFF_FFFF)
                _ = try Unpacker(limits: .sets(free: 0)).unpackAll(path, into: folder)
            }
        }
    }

    @Test(
        "are read by Python", .enabled(if: Python.path != nil, "needs python3"),
        arguments: [
            0xFFFF_FFFF, 1_000,
        ])
    func python(largeFrom: Int) throws {
        try Scratch.with { folder in
            let path = folder.appending(path: "a.zip").path
            try Self.write(path, isPacked: true, largeFrom: largeFrom)
            let script = """
                import sys, zipfile
                z = zipfile.ZipFile(sys.argv[1])
                assert z.testzip() is None
                for i in z.infolist():
                    data = z.read(i)
                    print(i.filename.encode().hex(), len(data), sum(data), i.date_time[0])
                """
            let expected = Self.contents.map { name, bytes in
                let hex = name.utf8.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
                let sum = bytes.reduce(0) { $0 + Int($1) }
                return "\(hex.joined()) \(bytes.count) \(sum) 1980"
            }
            #expect(Python.run(script, [path]) == expected)
        }
    }

    // MARK: - Writing and reading

    private static func write(_ path: String, isPacked: Bool, largeFrom: Int) throws {
        let zip = try ZipWriter(
            replacing: path, largeFrom: largeFrom, deflater: isPacked ? Deflater() : nil)
        for (name, bytes) in contents {
            try zip.begin(name, bytes: bytes.count)
            var rest = bytes[...]
            while !rest.isEmpty {
                try zip.write(Array(rest.prefix(7_001)))
                rest = rest.dropFirst(7_001)
            }
        }
        try zip.finish()
    }

    private static func read(_ path: String) throws -> [(name: String, bytes: [UInt8])] {
        let file = try SourceFile(path: path)
        var limits = UnpackLimits()
        limits.ratio = 10_000
        let archive = try ZipArchive(file, limits: limits)
        let meter = OutputMeter(limits, packed: file.size)
        return try archive.entries.map { entry in
            (entry.name, try archive.bytes(of: entry, meter, limit: 1 << 24))
        }
    }
}
