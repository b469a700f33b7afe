import Foundation

/// The real data sets, which lie beside the package where they are at hand.
enum SharedData {
    static let package = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let root = package.deletingLastPathComponent().appendingPathComponent("shared/data")

    static let isPresent = FileManager.default.fileExists(atPath: root.path)

    static func url(_ path: String) -> URL { root.appendingPathComponent(path) }
}
