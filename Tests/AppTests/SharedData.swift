import Foundation
import Telemetry

/// Real data sets beside the checkout, for tests that skip where they are missing.
enum SharedData {
    static let folder = ImportTableTests.root.appending(path: "../shared/data").standardized

    static var isHere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// Every set but the dialect samples, which are single files about parsing.
    static var sets: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.contains(".") && $0 != "csv-dialects" }.sorted()
    }

    /// A temporary data folder that holds one set as it lies there.
    static func dataFolder(with set: String) throws -> URL {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-test-\(UUID().uuidString)")
        let raw = root.appending(path: "raw")
        try FileManager.default.createDirectory(at: raw, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: folder.appending(path: set), to: raw.appending(path: set))
        return root
    }
}
