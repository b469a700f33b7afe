import Containers
import Foundation
import Models
import Telemetry
import Values
import Wording

/// Takes a set in from an archive that `SetExport` wrote: all of it or nothing, under a name that is
/// free.
struct SetImport {
    let folder: DatasetFolder
    var process = UnpackProcess(patience: 3_600)

    /// What was taken in.
    struct Summary: Sendable, Equatable {
        var set: String
        /// Names of the files of its folder.
        var files: [String]
        var models: Int
        var bytes: Int
    }

    /// Checks everything before anything is moved to its place.
    ///
    /// - Parameter name: of the set; nil for the one it had.
    func take(_ path: String, as name: String? = nil) throws(SetMoveFault) -> Summary {
        guard Container.kind(ofFile: path) == .set else { throw .noSet }
        let scratch = try MovingScratch(folder.incoming)
        defer { scratch.remove() }
        let parts = try unpacked(path, into: scratch.url)
        let manifest = try manifest(parts)
        try check(parts, manifest)
        let wanted = name ?? manifest.set
        guard let safe = DatasetFolder.safeName(wanted) else { throw .badName(wanted) }
        guard !folder.isTaken(safe) else { throw .nameTaken(set: safe) }
        return try place(parts, manifest, as: safe)
    }

    // MARK: - Reading

    private func unpacked(
        _ path: String, into scratch: URL
    ) throws(SetMoveFault) -> [String: URL] {
        do throws(ContainerFault) {
            let files = try process.unpack(path, name: "", into: scratch, keepsAll: true)
            return Dictionary(
                files.map { ($0.name, scratch.appending(path: $0.place)) },
                uniquingKeysWith: { first, _ in first })
        } catch {
            throw .container(error)
        }
    }

    private func manifest(_ parts: [String: URL]) throws(SetMoveFault) -> SetManifest {
        struct Format: Decodable { var format: Int }
        guard let url = parts[SetManifest.name], let size = Self.size(of: url),
            size <= SetManifest.limit, let data = try? Data(contentsOf: url),
            let format = try? JSONDecoder().decode(Format.self, from: data)
        else { throw .noList }
        guard format.format <= SetManifest.format else {
            throw .newer(format: format.format, known: SetManifest.format)
        }
        guard let manifest = try? JSONDecoder().decode(SetManifest.self, from: data) else {
            throw .noList
        }
        return manifest
    }

    // MARK: - Checking

    private func check(
        _ parts: [String: URL], _ manifest: SetManifest
    ) throws(SetMoveFault) {
        let listed = Set(manifest.files.map(\.path))
        let own: Set = [Container.setMark, SetManifest.name]
        guard listed.count == manifest.files.count, listed.isDisjoint(with: own) else {
            throw .noList
        }
        let difference = listed.symmetricDifference(Set(parts.keys).subtracting(own))
        if let other = difference.sorted().first { throw .otherFiles(other) }
        for file in manifest.files {
            guard SetArchivePath.isSafe(file.path) else { throw .badPath(file.path) }
            if file.path.hasPrefix(SetArchivePath.models) {
                let name = String(file.path.dropFirst(SetArchivePath.models.count))
                guard MovedModels.model(ofFile: name) != nil else { throw .badPath(file.path) }
            }
            guard let url = parts[file.path], Self.size(of: url) == file.bytes,
                Self.hash(of: url) == file.sha256.lowercased()
            else { throw .changed(file.path) }
        }
    }

    private static func size(of url: URL) -> Int? {
        let values = try? FileManager.default.attributesOfItem(atPath: url.path)
        return (values?[.size] as? NSNumber)?.intValue
    }

    private static func hash(of url: URL) -> String? {
        guard let handle = try? FileHandle(forReadingFrom: url) else { return nil }
        var hash = SHA256Stream()
        while let bytes = try? handle.read(upToCount: 256 << 10), !bytes.isEmpty {
            hash.append(Array(bytes))
        }
        return hash.hexadecimal
    }

    // MARK: - Taking its place

    private func place(
        _ parts: [String: URL], _ manifest: SetManifest, as name: String
    ) throws(SetMoveFault) -> Summary {
        var (data, models) = ([MovedFile](), [String: URL]())
        for file in manifest.files {
            guard let url = parts[file.path] else { continue }
            if file.path.hasPrefix(SetArchivePath.data) {
                let place = String(file.path.dropFirst(SetArchivePath.data.count))
                data.append(MovedFile(place: place, url: url))
            } else if file.path.hasPrefix(SetArchivePath.models) {
                models[String(file.path.dropFirst(SetArchivePath.models.count))] = url
            }
        }
        var beside = try MovedModels(folder: folder.root.appending(path: "models"))
            .places(of: models, from: manifest.set, to: name)
        if let groups = parts[SetArchivePath.groups] {
            beside.append(MovedFile(place: "processed/\(name)/groups.json", url: groups))
        }
        let set = try adopted(data, beside, as: name)
        return Summary(
            set: set, files: data.map(\.place).sorted(),
            models: models.keys.count { $0.hasSuffix(".onnx") },
            bytes: manifest.files.reduce(0) { $0 + $1.bytes })
    }

    private func adopted(
        _ data: [MovedFile], _ beside: [MovedFile], as name: String
    ) throws(SetMoveFault) -> String {
        do throws(StorageError) {
            return try folder.adopt(data, beside: beside, as: name)
        } catch {
            switch error {
            case .nameTaken(let set): throw .nameTaken(set: set)
            case .invalidName(let name): throw .badName(name)
            case .nothingToStore: throw .noData
            case .cannotWrite(_, let code): throw .notStored(reason: SystemMessage.text(code))
            default: throw .notStored(reason: "\(error)")
            }
        }
    }
}
