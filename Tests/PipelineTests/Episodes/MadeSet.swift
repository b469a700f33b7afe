import Foundation
import Reports
import Telemetry
import Values

@testable import Pipeline

/// A data set of files made in a test, read as an upload is.
struct MadeSet {
    /// 1 March 2024, 00:00.
    static let start = 1_709_251_200.0

    let pipeline: AnalysisPipeline

    /// Reads files by their names and lines.
    init(_ files: [String: [String]]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "made-\(UUID().uuidString)")
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
        let loaded = try DataLoader.load(Dataset(name: "set", files: described))
        pipeline = AnalysisPipeline(
            source: loaded.source, load: loaded.report, corrections: [:], fingerprint: "test")
    }

    /// Troubles, remarks left out.
    func troubles() throws -> [Episode] {
        try pipeline.episodes().filter { $0.grade > .remark }
    }

    /// A time as files write it.
    static func moment(_ hours: Double) -> String {
        CivilTime(secondsSince1970: start + hours * 3_600).isoText(withTime: true)
    }

    /// The hours of a time on the axis.
    static func hours(_ time: Double) -> Double { (time - start) / 3_600 }

    /// A number in 0..<1 that looks like chance, the same for the same places.
    static func scatter(_ a: Int, _ b: Int) -> Double {
        var generator = UInt64(truncatingIfNeeded: a &* 7_919 &+ b) &* 0x9E37_79B9_7F4A_7C15
        generator ^= generator >> 31
        generator &*= 0xBF58_476D_1CE4_E5B9
        generator ^= generator >> 27
        return Double(generator % 1_000_003) / 1_000_003
    }

    /// Hourly readings of devices; `isPresent` says which rows there are.
    static func readings(
        devices: Int, hours: Int, isPresent: (_ device: Int, _ hour: Int) -> Bool = { _, _ in true }
    ) -> [String] {
        ["time,device,temp"]
            + (0..<hours).flatMap { hour in
                (0..<devices).filter { isPresent($0, hour) }.map { device in
                    let value = 20 + 5 * scatter(device, hour)
                    return "\(moment(Double(hour))),pump-\(device),\((value * 100).rounded() / 100)"
                }
            }
    }
}
