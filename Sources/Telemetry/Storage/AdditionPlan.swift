import Foundation
import Values

/// What an addition is going to do, decided file by file before anything is touched.
struct AdditionPlan {
    /// A file to be prepared.
    struct Step {
        var name: String
        var temporary: String
        var content: Content
    }

    /// Where its bytes come from.
    enum Content {
        /// The file sent, which is moved.
        case sent
        /// The file sent, which also stays where it is.
        case kept
        /// An existing file with bytes appended.
        case grown(existing: String, bytes: Data)
        /// The correction beside a file.
        case correction(Data)
    }

    private(set) var outcome: AddOutcome
    private(set) var steps: [Step] = []
    private let folder: URL
    private let isLoose: Bool
    private let mode: AddMode
    private var existing: [DatasetFile]

    init(folder root: DatasetFolder, dataset name: String, mode: AddMode) throws(StorageError) {
        var dataset = name
        var number = 2
        let isThere = { root.isFolder(root.folder(of: $0)) || root.sourceSet($0) != nil }
        while mode == .new, isThere(dataset) {
            dataset = "\(name) \(number)"
            number += 1
        }
        self.mode = mode
        outcome = AddOutcome(dataset: dataset, files: [])
        folder = root.folder(of: dataset)
        isLoose = dataset == DatasetFolder.looseFiles
        existing = root.isFolder(folder) ? (try? root.dataset(dataset).files) ?? [] : []
    }

    /// Decides about a file; throws where its name is unusable or it cannot be read.
    mutating func add(_ file: IncomingFile) throws(StorageError) {
        guard let name = SafeName.file(file.name) else { throw .invalidName(file.name) }
        let path = file.temporary.path
        guard let size = FileSystem.status(path)?.signature.size else {
            throw .cannotRead(path: path, errno: 2)
        }
        if let same = sameContent(path, size) {
            outcome.files.append(.alreadyThere(same))
        } else if steps.contains(where: { $0.name == name }) {
            // Two files of one name in the same call.
            outcome.files.append(.conflict(name))
        } else if let taken = existing.first(where: { $0.name == name }) {
            try meet(taken, file)
        } else {
            steps.append(whole(file, as: name))
            outcome.files.append(.stored(name))
            try correct(name, by: file.correction)
        }
    }

    private func whole(_ file: IncomingFile, as name: String) -> Step {
        Step(
            name: name, temporary: file.temporary.path, content: file.isKept ? .kept : .sent)
    }

    /// Adds a step for a file's correction, merged into the one it may have.
    private mutating func correct(
        _ name: String, by correction: SchemaCorrection?, over earlier: SchemaCorrection? = nil
    ) throws(StorageError) {
        guard let correction, correction != SchemaCorrection() else { return }
        let merged = earlier?.merging(correction) ?? correction
        let bytes = try DatasetFolder.encoded(merged, for: name)
        steps.append(
            Step(name: name + ".schema.json", temporary: "", content: .correction(bytes)))
    }

    private mutating func meet(
        _ taken: DatasetFile, _ file: IncomingFile
    ) throws(StorageError) {
        let path = file.temporary.path
        switch mode {
        case .new, .add:
            outcome.files.append(.conflict(taken.name))
        case .replace:
            steps.append(whole(file, as: taken.name))
            outcome.files.append(.replaced(taken.name))
            try correct(taken.name, by: file.correction, over: try taken.correction())
        case .append:
            switch try RowAppending.decide(existing: taken, sent: path) {
            case .nothingNew:
                outcome.files.append(.alreadyThere(taken.name))
            case .columnsDiffer(let expected, let found):
                outcome.files.append(
                    .columnsDiffer(taken.name, expected: expected, found: found))
            case .rows(let bytes):
                let content = Content.grown(existing: taken.url.path, bytes: bytes)
                let isKept = file.isKept
                steps.append(
                    Step(name: taken.name, temporary: isKept ? "" : path, content: content))
                try correct(taken.name, by: file.correction, over: try taken.correction())
                outcome.files.append(.appended(taken.name, bytes: bytes.count))
            }
        }
    }

    /// The name of a file, stored or sent before, with the same bytes.
    private func sameContent(_ path: String, _ size: Int) -> String? {
        let stored = existing.first {
            $0.signature.size == size && FileSystem.areEqual($0.url.path, path)
        }
        if let stored { return stored.name }
        return steps.first { step in
            guard step.isWhole else { return false }
            return FileSystem.status(step.temporary)?.signature.size == size
                && FileSystem.areEqual(step.temporary, path)
        }?.name
    }

    /// The path of a file relative to `raw`.
    func place(_ name: String) -> String {
        isLoose ? name : "\(outcome.dataset)/\(name)"
    }

    /// Moves the files that were sent back where the change failed.
    func giveBack(from staging: String) throws(StorageError) {
        for (number, step) in steps.enumerated() {
            guard case .sent = step.content else { continue }
            let staged = "\(staging)/\(number)"
            if FileSystem.status(staged) != nil {
                try FileSystem.take(staged, to: step.temporary)
            }
        }
    }

    /// Removes the temporary files whose rows were appended.
    func clear() {
        for step in steps {
            guard case .grown = step.content, !step.temporary.isEmpty else { continue }
            try? FileSystem.remove(step.temporary)
        }
    }
}

extension AdditionPlan.Step {
    /// Whether the file sent is stored unchanged.
    var isWhole: Bool {
        switch content {
        case .sent, .kept: true
        case .grown, .correction: false
        }
    }

    /// Writes and flushes the file at `path`.
    func make(_ path: String) throws(StorageError) {
        switch content {
        case .sent:
            try FileSystem.take(temporary, to: path)
        case .kept:
            try FileSystem.link(temporary, to: path)
        case .grown(let existing, let bytes):
            try FileSystem.copy(existing, to: path)
            try FileSystem.append(bytes, to: path)
        case .correction(let bytes):
            try FileSystem.replace(path, through: path + ".new", with: bytes)
        }
    }
}
