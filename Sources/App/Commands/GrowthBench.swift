import Foundation

/// `perfmon bench growth`: how the time of each stage grows when sets grow in one direction.
///
/// Each size is measured in a process of its own, so that peak memory is that of this size.
struct GrowthBench {
    /// The name of a case, or none for all of them, then sizes, or none for the case's own.
    let words: [String]

    /// Arguments that cannot be used, or a child that failed.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    func run() throws {
        guard let name = words.first else {
            for set in GrowthSet.allCases { try run(set, set.sizes) }
            return
        }
        let set = try Self.set(name)
        let sizes = words.dropFirst().compactMap { Int($0) }.filter { $0 > 0 }
        try run(set, sizes.isEmpty ? set.sizes : sizes)
    }

    /// `perfmon bench set CASE SIZE FOLDER`: writes the files of one size, to look at or to upload.
    func writeFiles() throws {
        let set = try Self.set(words[0])
        guard let size = Int(words[1]), size > 0 else {
            throw Failure(description: "SIZE is a positive number, not \(words[1])")
        }
        let folder = URL(filePath: words[2], directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try set.write(size: size, to: folder)
    }

    private static func set(_ name: String) throws -> GrowthSet {
        guard let set = GrowthSet(rawValue: name) else {
            let names = GrowthSet.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure(description: "growth is measured of \(names), not of \(name)")
        }
        return set
    }

    private func run(_ set: GrowthSet, _ sizes: [Int]) throws {
        let manager = FileManager.default
        for size in sizes {
            let folder = manager.temporaryDirectory.appending(path: "bench-\(UUID().uuidString)")
            try manager.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? manager.removeItem(at: folder) }
            try set.write(size: size, to: folder)
            let line = try Self.stages(of: folder)
            print("{\"case\": \"\(set.rawValue)\", \"size\": \(size), \(line.dropFirst())")
        }
    }

    /// The line that `perfmon bench stages` prints for the folder.
    private static func stages(of folder: URL) throws -> String {
        let child = Process()
        child.executableURL = Bundle.main.executableURL
        child.arguments = ["bench", "stages", folder.path]
        let pipe = Pipe()
        child.standardOutput = pipe
        try child.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        child.waitUntilExit()
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
        guard child.terminationStatus == 0, let line = lines.last, line.hasPrefix("{") else {
            throw Failure(
                description: "the child that measures ended with \(child.terminationStatus)")
        }
        return String(line)
    }
}
