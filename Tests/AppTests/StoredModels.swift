import Foundation
import Models

/// What the folder of models and the notes of a set may hold after changes of which some were
/// acknowledged and one was cut short.
struct StoredModels {
    /// A change and the request that asks for it.
    enum Kind: CaseIterable { case upload, rename, delete, learn, note }

    /// The set that is learned from and noted on: small, so that it is analysed at once.
    static let set = "small"
    static let learnedName = "autoencoder-\(set).onnx"

    private let models: URL
    private let notes: URL
    /// Uploaded models, as they were acknowledged or found.
    private var contents: [String: Data] = [:]
    /// What the change under way makes of files; `nil` takes one away.
    private var underWay: [String: Data?] = [:]
    /// Texts of notes, and the one that is being added.
    private var texts: [String] = []
    private var newText: String?
    /// The number of the learned model's file, once there is one: it has to stay, and a new number
    /// means that it was learned again.
    private var learnedFile: Int?
    private(set) var timesLearned = 0

    init(root: URL) throws {
        models = root.appending(path: "models")
        let folder = root.appending(path: "raw/\(Self.set)")
        notes = folder.appending(path: "notes.json")
        for url in [models, folder] {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
        try Data("half a mod".utf8).write(to: models.appending(path: ".m1.onnx.5eed.new"))
        try Data(Self.rows.utf8).write(to: folder.appending(path: "readings.csv"))
    }

    /// The readings that are learned from.
    static let rows =
        "time,device,pressure,flow\n"
        + (0..<90).map { row in
            let (pressure, flow) = (row * 37 % 19, row * 53 % 23)
            return "\(1_700_000_000 + row * 60),pump-\(row % 3),\(pressure).5,\(flow).25\n"
        }.joined()

    /// The request for a change; another one where there is nothing to rename or to delete.
    mutating func request(_ kind: Kind, seed: Int, _ scramble: inout Scramble) -> FormRequest {
        let known = contents.keys.sorted()
        let old = known.isEmpty ? nil : known[scramble.next(below: known.count)]
        switch (kind, old) {
        case (.rename, let old?):
            let new = "r\(seed).onnx"
            underWay = [old: nil, new: contents[old]]
            return FormRequest("/models/rename", ["model": old, "name": new])
        case (.delete, let old?):
            underWay = [old: nil]
            return FormRequest("/models/delete", ["model": old])
        case (.learn, _):
            return FormRequest("/models/train", ["set": Self.set, "task": "autoencoder"])
        case (.note, _):
            newText = "seen \(seed)"
            return FormRequest(
                "/notes/add",
                [
                    "set": Self.set, "device": "pump-1", "kind": "remark",
                    "time": "2023-11-14 22:20", "text": "seen \(seed)",
                ])
        default:
            let name = "m\(scramble.next(below: 4)).onnx"
            let bytes = Self.model(size: scramble.next(below: 400_000), seed: seed)
            underWay = [name: bytes]
            return FormRequest("/models/upload", file: name, bytes)
        }
    }

    /// A small model that carries some ballast.
    private static func model(size: Int, seed: Int) -> Data {
        let port = OnnxType.tensor(.float32, dims: [.unknown, .fixed(2)])
        var writer = OnnxWriter(
            OnnxGraph(
                name: "g", nodes: [OnnxNode("Neg", ["x"], to: ["y"])], initializers: [],
                inputs: [OnnxPort(name: "x", type: port)],
                outputs: [OnnxPort(name: "y", type: port)]))
        writer.metadata = ["ballast": String(repeating: "\(seed % 10)", count: size)]
        return Data(writer.bytes())
    }

    /// The change was answered as done.
    mutating func acknowledge() {
        for (name, bytes) in underWay { contents[name] = bytes }
        if let newText { texts.append(newText) }
        forgetChange()
    }

    private mutating func forgetChange() {
        underWay = [:]
        newText = nil
    }

    /// What is not as it may be; from then on it has to stay as it was found.
    mutating func compare() -> [String] {
        var faults: [String] = []
        let names = Set(contents.keys).union(underWay.keys)
        var found: [String: Data] = [:]
        for name in names {
            found[name] = try? Data(contentsOf: models.appending(path: name))
            let isNew = underWay[name].map { $0 == found[name] } ?? false
            if found[name] != contents[name], !isNew { faults.append("\(name) is not whole") }
        }
        if underWay.count == 2, underWay.keys.allSatisfy({ found[$0] == nil }) {
            faults.append("a model was lost by being renamed")
        }
        contents = found
        faults += learnedFaults() + noteFaults()
        forgetChange()
        return faults
    }

    private mutating func learnedFaults() -> [String] {
        let file = models.appending(path: Self.learnedName)
        guard let learned = try? Data(contentsOf: file) else {
            return learnedFile == nil ? [] : ["the learned model is gone"]
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        let number = attributes?[.systemFileNumber] as? Int
        if number != learnedFile { timesLearned += 1 }
        learnedFile = number
        let card = try? ModelScan.card(of: ModelFile(bytes: Array(learned)))
        return card?.metadata["feature_names"] == nil ? ["the learned model is not whole"] : []
    }

    private mutating func noteFaults() -> [String] {
        struct Note: Decodable { let text: String }
        let data = try? Data(contentsOf: notes)
        guard let read = data.map({ try? JSONDecoder().decode([Note].self, from: $0) }) else {
            return texts.isEmpty ? [] : ["the notes are gone"]
        }
        guard let found = read?.map(\.text) else { return ["the notes are not whole"] }
        defer { texts = found }
        let isExpected = found == texts || found == texts + [newText].compactMap { $0 }
        return isExpected ? [] : ["notes are \(found.suffix(3)), not \(texts.suffix(3))"]
    }

    /// Whether a path below the data folder is one of these files.
    func owns(_ path: String) -> Bool {
        if path == "raw/\(Self.set)/notes.json" || path == "raw/\(Self.set)/readings.csv" {
            return true
        }
        guard path.hasPrefix("models/") else { return false }
        let name = String(path.dropFirst("models/".count))
        return contents[name] != nil || name == Self.learnedName
    }
}
