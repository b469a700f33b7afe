import Foundation
import Programs

@testable import App

/// A data folder with a set that people worked on, for tests of sets that move.
struct MovingFolder {
    let root: URL

    /// A name with what names may hold.
    static let set = "насосы & <b>, \"x\" 🚰"
    static let model = "risk-\(String(repeating: "_", count: 6)).onnx"

    init() {
        root = FileManager.default.temporaryDirectory.appending(path: "perfmon-move-\(UUID())")
        try? FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

    func write(_ path: String, _ text: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The texts of all files below a folder, by path; folders that hold changes are left out.
    func texts(_ folder: String = "") -> [String: String] {
        let base = root.appending(path: folder)
        let all = FileManager.default.enumerator(atPath: base.path)
        var texts: [String: String] = [:]
        while let path = all?.nextObject() as? String {
            let isFile = all?.fileAttributes?[.type] as? FileAttributeType == .typeRegular
            guard isFile, !path.hasSuffix(".lock"), !path.hasSuffix(".zip") else { continue }
            texts[path] = try? String(contentsOf: base.appending(path: path), encoding: .utf8)
        }
        return texts
    }

    /// Runs the built program over the folder: its status, and what it said where.
    func run(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
        guard let path = BuiltProgram.path else { return (-1, "", "") }
        let errors = root.deletingLastPathComponent().appending(path: "errors-\(UUID()).txt")
        defer { try? FileManager.default.removeItem(at: errors) }
        let child = try ChildProgram(
            [path] + words + ["--data", root.path], errors: errors.path)
        let lines = child.restOfOutput() ?? []
        let status = child.wait()
        let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
        return (status, lines.joined(separator: "\n"), said)
    }

    /// Two files, one in a folder, with a correction, notes, a README, models and groups; beside it
    /// another set with a model of its own.
    static func filled() throws -> MovingFolder {
        let folder = MovingFolder()
        let raw = "raw/\(set)/"
        try folder.write(raw + "telemetry.csv", StoredModels.rows)
        try folder.write(raw + "north/errors.csv", "time,device,code\n1700000000,pump-1,E7\n")
        try folder.write(raw + "telemetry.csv.schema.json", #"{"units":{"flow":"l/min"}}"#)
        try folder.write(raw + "notes.json", "[]")
        try folder.write(raw + "README.md", "# Pumps\n")
        try folder.write(raw + ".hidden", "x")
        let learned = MovedModels.learned(of: set)[0]
        try folder.write("models/\(learned)", "not a model, but moved")
        try folder.write("models/\(learned).versions.json", #"{"isOff":true}"#)
        try folder.write("models/\(learned).v12", "an earlier one")
        try folder.write("models/mine.onnx", "uploaded")
        try folder.write("models/mine.onnx.columns.json", #"["flow"]"#)
        try folder.write("models/\(MovedModels.learned(of: "other")[0])", "foreign")
        try folder.write("models/notes.txt", "no model")
        try folder.write("raw/other/a.csv", "time,v\n1,2\n")
        try folder.write("processed/\(set)/groups.json", #"{"kept":1}"#)
        try folder.write("processed/\(set)/rollup.csv", "made again")
        return folder
    }
}
