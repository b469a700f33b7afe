import Foundation
import Learning
import Models
import Reports
import Telemetry
import Wording

/// The models that move with a set: those learned of it, and those that people put there for all
/// sets; each with its columns, its versions and what was chosen about them.
struct MovedModels {
    let folder: URL

    /// What the name of a model learned of a set begins with.
    private static let kinds =
        ["risk", "life"] + ModelPanel.Training.Task.allCases.map(\.rawValue)

    /// Names of the models that are learned of a set.
    static func learned(of set: String) -> [String] {
        kinds.map { ModelPanels.fileName($0, set) }
    }

    /// The model that a file belongs to, by the file's name; `nil` for other files.
    static func model(ofFile name: String) -> String? {
        let ends = name.ranges(of: ".onnx").map(\.upperBound)
        return ends.lazy.map { (String(name[..<$0]), name[$0...]) }
            .first { isOwn($0.1) && ModelManager.isModelName($0.0) }?.0
    }

    /// Whether files with this ending are kept with a model.
    private static func isOwn(_ ending: Substring) -> Bool {
        if ["", ".columns.json", ".versions.json"].contains(ending) { return true }
        guard ending.hasPrefix(".v") else { return false }
        let digits = ending.dropFirst(2).utf8
        return (1...9).contains(digits.count) && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The files that go with a set: not those of models learned of other sets.
    func files(of set: String, among sets: [String]) -> [String] {
        let own = Set(Self.learned(of: set))
        let foreign = Set(sets.filter { $0 != set }.flatMap(Self.learned)).subtracting(own)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { name in
            Self.model(ofFile: name).map { !foreign.contains($0) } ?? false
        }
    }

    /// The places of files that come with a set under its new name; nothing for those that are
    /// there already.
    ///
    /// - Parameter files: where each file is now, by its name.
    /// - Throws: `SetMoveFault.modelTaken` where a model learned of a set of that name is there.
    func places(
        of files: [String: URL], from old: String, to new: String
    ) throws(SetMoveFault) -> [MovedFile] {
        let renamed = Dictionary(
            zip(Self.learned(of: old), Self.learned(of: new)),
            uniquingKeysWith: { first, _ in first })
        var moved: [MovedFile] = []
        let groups = Dictionary(grouping: files.keys.sorted()) { Self.model(ofFile: $0) ?? $0 }
        for (model, names) in groups.sorted(by: { $0.key < $1.key }) {
            let wanted = renamed[model] ?? model
            let endings = names.map { String($0.dropFirst(model.count)) }
            let sources = zip(names, endings).compactMap { name, ending in
                files[name].map { (ending: ending, url: $0) }
            }
            if isThere(wanted, sources) { continue }
            let isTaken = isTaken(wanted)
            if isTaken, renamed[model] != nil { throw .modelTaken(file: wanted) }
            let name = isTaken ? numbered(wanted) : wanted
            moved += sources.map { MovedFile(place: "models/" + name + $0.ending, url: $0.url) }
        }
        return moved
    }

    /// Whether a model with the same files is there.
    private func isThere(_ model: String, _ sources: [(ending: String, url: URL)]) -> Bool {
        sources.allSatisfy { ending, url in
            FileManager.default.contentsEqual(
                atPath: url.path, andPath: folder.appending(path: model + ending).path)
        }
    }

    private func isTaken(_ model: String) -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.contains { Self.model(ofFile: $0) == model }
    }

    private func numbered(_ model: String) -> String {
        let stem = model.dropLast(".onnx".count)
        var number = 2
        while isTaken("\(stem)-\(number).onnx") { number += 1 }
        return "\(stem)-\(number).onnx"
    }
}
