import Foundation

@testable import Containers

/// Changed bytes of a container; unpacking them may throw, and nothing else.
enum Mutated {
    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Unpacked.folder.appending(path: name)))
    }

    static func unpack(_ bytes: [UInt8], _ name: String) throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let file = scratch.appending(path: "container")
        try Data(bytes).write(to: file)
        var limits = UnpackLimits()
        limits.bytes = 16 << 20
        _ = try? Unpacker(limits: limits).unpack(file.path, name: name, into: scratch)
    }
}
