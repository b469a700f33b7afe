import Analysis
import Foundation
import Telemetry
import Values

/// A data set of files made in a test, read as an upload is.
struct MadeFleet {
    let source: any TelemetrySource

    /// Reads files by their names and lines.
    init(_ files: [String: [String]]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "fleet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let described = try files.sorted { $0.key < $1.key }.map { name, lines in
            let url = folder.appending(path: name)
            let data = Data(lines.joined(separator: "\n").utf8)
            try data.write(to: url)
            return DatasetFile(
                name: name, url: url,
                signature: FileSignature(size: data.count, modified: 0, inode: 0))
        }
        source = try DataLoader.load(Dataset(name: "set", files: described)).source
    }

    /// Hours after 1 March 2024, as files write it.
    static func moment(_ hours: Double) -> String {
        CivilTime(secondsSince1970: 1_709_251_200 + (hours * 3_600).rounded())
            .isoText(withTime: true)
    }

    /// The day of some hours after 1 March 2024.
    static func day(_ hours: Double) -> String { String(moment(hours).prefix(10)) }
}
