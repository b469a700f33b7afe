import Containers
import Foundation
import Values

/// Files in which containers are replaced by the tables that they hold.
struct OpenedFiles {
    /// A table, sent as it is or unpacked.
    struct Table {
        var path: String
        var name: String
        var bytes: Int
        /// The name of the container that it was in; nil where it was sent as it is.
        var container: String?
        /// A sheet of a workbook, which need not be a table.
        var isSheet = false
    }

    /// In the order of the files.
    private(set) var tables: [Table] = []
    /// Containers that could not be opened.
    private(set) var refusals: [(file: String, error: LoadError)] = []

    private let process: UnpackProcess
    /// The folder in which folders for unpacked files are made.
    private let scratch: URL
    private var folders: [URL] = []

    /// Prefix of these folders.
    static let mark = "unpacked-"

    init(scratch: URL, process: UnpackProcess) {
        self.scratch = scratch
        self.process = process
    }

    /// Adds a file or, where it is a container, what it holds.
    ///
    /// - Parameter keepsNames: unpacked files keep their names on disk, which messages then show.
    mutating func add(path: String, name: String, bytes: Int, keepsNames: Bool = false) {
        guard Container.kind(ofFile: path) != nil else {
            tables.append(Table(path: path, name: name, bytes: bytes))
            return
        }
        do throws(ContainerFault) {
            let folder = try makeFolder()
            for file in try process.unpack(path, name: name, into: folder) {
                var place = folder.appending(path: file.place)
                if keepsNames { place = try Self.named(place, file.name, in: name) }
                tables.append(
                    Table(
                        path: place.path, name: file.name, bytes: Self.size(of: place),
                        container: name, isSheet: file.isSheet))
            }
        } catch {
            refusals.append((name, .container(file: name, error)))
        }
    }

    /// Removes what was unpacked and not moved away.
    func remove() {
        for folder in folders { try? FileManager.default.removeItem(at: folder) }
    }

    /// Removes what an earlier run has left.
    static func clearUnfinished(in scratch: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []
        for name in names where name.hasPrefix(mark) {
            try? FileManager.default.removeItem(at: scratch.appending(path: name))
        }
    }

    private mutating func makeFolder() throws(ContainerFault) -> URL {
        let folder = scratch.appending(path: Self.mark + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .system(errno: EACCES)
        }
        folders.append(folder)
        return folder
    }

    /// Gives a file its name, in a folder named after the container.
    private static func named(
        _ place: URL, _ name: String, in container: String
    ) throws(ContainerFault) -> URL {
        let last = { (path: String) in path.split(separator: "/").last.map(String.init) ?? path }
        let folder = place.deletingLastPathComponent().appending(path: "in-" + last(container))
        let target = folder.appending(path: last(name))
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: place, to: target)
        } catch {
            throw .system(errno: EIO)
        }
        return target
    }

    private static func size(of url: URL) -> Int {
        let values = try? FileManager.default.attributesOfItem(atPath: url.path)
        return (values?[.size] as? NSNumber)?.intValue ?? 0
    }
}

extension OpenedFiles {
    /// The tables that can be used, and why others cannot. A sheet that is no table is left out
    /// where its workbook has one that is.
    func checked(_ check: (Table) -> LoadError?) -> (usable: [Table], refused: [(Table, LoadError)])
    {
        let found = tables.map { ($0, check($0)) }
        let usable = found.filter { $0.1 == nil }.map(\.0)
        let books = Set(usable.filter(\.isSheet).compactMap(\.container))
        let refused = found.compactMap { table, error -> (Table, LoadError)? in
            let isBeside = table.isSheet && table.container.map(books.contains) == true
            guard let error, !isBeside else { return nil }
            return (table, error)
        }
        return (usable, refused)
    }
}
