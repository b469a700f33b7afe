import Containers
import Foundation
import Models
import Telemetry
import Values
import Wording

/// Writes a set with all that people put into it to a ZIP archive: files, corrections, notes, the
/// models that go with it, and the groups of its units.
struct SetExport {
    let folder: DatasetFolder

    /// What was written.
    struct Summary: Sendable, Equatable {
        /// Files of the set's folder.
        var files = 0
        var models = 0
        /// Bytes of all files before they were packed.
        var bytes = 0
    }

    private static let portion = 256 << 10

    /// Writes the archive, which appears as a whole. The set may change meanwhile: what is written
    /// is its state at the beginning.
    func write(_ set: String, to url: URL) throws(SetMoveFault) -> Summary {
        guard let dataset = try? folder.dataset(set) else { throw .unknownSet(set) }
        guard dataset.source == nil else { throw .inDatabase(set: set) }
        let scratch = try MovingScratch(folder.incoming)
        defer { scratch.remove() }
        let files = try gathered(set, scratch.url)
        do throws(ContainerFault) {
            return try pack(files, set, to: url)
        } catch {
            switch error {
            case .system(let code): throw .notStored(reason: SystemMessage.text(code))
            case .damaged(let entry?): throw .shrunk(file: entry)
            default: throw .container(error)
            }
        }
    }

    /// The files with their names in the archive.
    private func gathered(_ set: String, _ scratch: URL) throws(SetMoveFault) -> [MovedFile] {
        let sets: [String]
        var files: [MovedFile]
        do throws(StorageError) {
            sets = try folder.datasets().map(\.name)
            files = try folder.link(dataset: set, into: scratch).map {
                MovedFile(place: SetArchivePath.data + $0.place, url: $0.url)
            }
        } catch {
            if case .unknownDataset(let name) = error { throw .unknownSet(name) }
            throw .notStored(reason: "\(error)")
        }
        let models = folder.root.appending(path: "models")
        files += MovedModels(folder: models).files(of: set, among: sets).map {
            MovedFile(place: SetArchivePath.models + $0, url: models.appending(path: $0))
        }
        let groups = folder.root.appending(path: "processed").appending(path: set)
            .appending(path: "groups.json")
        if FileManager.default.fileExists(atPath: groups.path) {
            files.append(MovedFile(place: SetArchivePath.groups, url: groups))
        }
        // It could not be taken in again.
        let odd = files.first { !SetArchivePath.isSafe($0.place) }
        if let odd { throw .badPath(odd.place) }
        return files
    }

    private func pack(
        _ files: [MovedFile], _ set: String, to url: URL
    ) throws(ContainerFault) -> Summary {
        // The files in `raw` itself have no folder whose name they could take along.
        let name = set == DatasetFolder.looseFiles ? "files" : set
        var manifest = SetManifest(program: Configuration.version, set: name, files: [])
        var summary = Summary()
        let zip = try ZipWriter(replacing: url.path)
        try zip.begin(Container.setMark)
        try zip.write(SetMark(program: Configuration.version, set: name).bytes)
        for file in files {
            let packed = try pack(file, zip)
            manifest.files.append(packed)
            summary.bytes += packed.bytes
            if file.place.hasPrefix(SetArchivePath.data) { summary.files += 1 }
            if file.isModel { summary.models += 1 }
        }
        try zip.begin(SetManifest.name)
        try zip.write(manifest.bytes)
        try zip.finish()
        return summary
    }

    /// Packs as many bytes as the file has now; it may grow meanwhile.
    private func pack(
        _ file: MovedFile, _ zip: ZipWriter
    ) throws(ContainerFault) -> SetManifest.File {
        var hash = SHA256Stream()
        do {
            let handle = try FileHandle(forReadingFrom: file.url)
            let size = Int(clamping: try handle.seekToEnd())
            try handle.seek(toOffset: 0)
            try zip.begin(file.place, bytes: size)
            var done = 0
            while done < size {
                let wanted = min(Self.portion, size - done)
                guard let bytes = try handle.read(upToCount: wanted), !bytes.isEmpty else {
                    throw ContainerFault.damaged(entry: file.place)
                }
                let piece = Array(bytes)
                hash.append(piece)
                try zip.write(piece)
                done += piece.count
            }
            return SetManifest.File(path: file.place, bytes: size, sha256: hash.hexadecimal)
        } catch let fault as ContainerFault {
            throw fault
        } catch {
            throw .system(errno: error.systemErrno)
        }
    }
}

extension MovedFile {
    /// Whether it is the file of a model, by its name in the archive.
    fileprivate var isModel: Bool {
        place.hasPrefix(SetArchivePath.models) && place.hasSuffix(".onnx")
    }
}
