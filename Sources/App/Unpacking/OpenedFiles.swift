import Containers
import Foundation
import Values

/// Files of which containers have been replaced by the tables that they hold.
struct OpenedFiles {
    /// A table, sent as it is or unpacked.
    struct Table {
        var path: String
        var name: String
        var bytes: Int
        /// The container that it was in.
        var container: String?
        /// A sheet of a workbook: not every one need be a table.
        var isSheet = false
    }

    /// All tables, in the order of the files.
    private(set) var tables: [Table] = []
    /// Containers that could not be opened.
    private(set) var refusals: [(file: String, error: LoadError)] = []

    private let process: UnpackProcess
    /// Where containers are unpacked to, and the folders made there.
    private let scratch: URL
    private var folders: [URL] = []

    /// Folders of unpacked files begin so.
    static let mark = "unpacked-"

    /// - Parameter scratch: a folder in which others are made.
    init(scratch: URL, process: UnpackProcess) {
        self.scratch = scratch
        self.process = process
    }

    /// Adds a file or, where it is a container, what it holds.
    ///
    /// - Parameter keepsNames: unpacked files get their names on the disk, too.
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

    /// Removes what was unpacked and is still there.
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

    /// Gives a file its name, in a folder called after the container.
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
    /// The tables that can be used, and why others cannot.
    ///
    /// A sheet that is no table is left out where its workbook has one that is.
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
