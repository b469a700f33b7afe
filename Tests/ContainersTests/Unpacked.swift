import Foundation
import Values

@testable import Containers

/// Containers of `Tests/Reference/containers`, which `make.py` there wrote.
enum Unpacked {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Reference/containers")

    /// The table that most of them hold.
    static let table =
        "time,device,temp\n"
        + (0..<40).map { minute in
            let two = minute < 10 ? "0\(minute)" : "\(minute)"
            return "2024-03-04 00:\(two):00,p\(minute % 3),\(minute).5\n"
        }.joined()

    /// The names and texts of what a container holds.
    static func files(
        _ name: String, limits: UnpackLimits = UnpackLimits()
    ) throws -> [(name: String, text: String)] {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        return try Unpacker(limits: limits).unpack(
            folder.appending(path: name).path, name: name, into: scratch
        ).map { file in
            let data = try Data(contentsOf: scratch.appending(path: file.place))
            return (file.name, String(decoding: data, as: UTF8.self))
        }
    }

    /// Why a container is refused; `nil` where it is not.
    static func fault(_ name: String, limits: UnpackLimits = UnpackLimits()) -> ContainerFault? {
        do {
            _ = try files(name, limits: limits)
            return nil
        } catch {
            return error as? ContainerFault
        }
    }
}
