import Foundation

/// A step of a change of a data folder, before which the machine may stop.
enum ChangeStep: Sendable, Hashable {
    case stage(Int)
    case commit
    case place(Int)
    case clear
}

/// Files that take their places together: all or none, whenever the machine stops.
///
/// A redo log: each file is prepared and flushed in a folder of the change, then a list of their
/// places is written and renamed to `places.json`, which commits the change. What follows can be
/// repeated until it succeeds.
struct FolderChange {
    /// The folder of the change.
    let staging: String
    private var places: [String] = []

    private static let prefix = "change-"

    /// Begins places that are relative to the data folder, not to `raw`.
    static let outside = "../"

    /// Begins a change in a new folder in `incoming`.
    init(incoming: String) throws(StorageError) {
        for number in 1... {
            let path = "\(incoming)/\(Self.prefix)\(number)"
            if try FileSystem.claimFolder(path) {
                staging = path
                return
            }
        }
        throw .cannotWrite(path: incoming, errno: 0)
    }

    /// Where the next file has to be prepared.
    var next: String { "\(staging)/\(places.count)" }

    /// Prepares a file for its place, a path relative to `raw` or, behind `outside`, to the data
    /// folder: `make` writes and flushes it at `next`. A folder is moved as a whole, to a place
    /// where nothing is.
    mutating func stage(
        _ place: String, _ make: (String) throws(StorageError) -> Void
    ) throws(StorageError) {
        try make(next)
        places.append(place)
    }

    /// Commits the change: from here on it is completed, now or at the next start.
    func commit() throws(StorageError) {
        let data: Data
        do { data = try JSONEncoder().encode(places) } catch {
            throw .cannotWrite(path: staging, errno: 0)
        }
        try FileSystem.replace(
            "\(staging)/places.json", through: "\(staging)/places.new", with: data)
    }

    /// Moves the files of a committed change to their places, except those already moved.
    static func complete(
        staging: String, raw: String,
        _ beforeStep: (ChangeStep) throws(StorageError) -> Void
    ) throws(StorageError) {
        let list = try FileSystem.bytes("\(staging)/places.json")
        guard let places = try? JSONDecoder().decode([String].self, from: list) else {
            throw .cannotRead(path: "\(staging)/places.json", errno: 0)
        }
        var folders: Set<String> = [raw]
        for (number, place) in places.enumerated() {
            guard FileSystem.status("\(staging)/\(number)") != nil else { continue }
            try beforeStep(.place(number))
            let target = target(of: place, staging: staging, raw: raw)
            let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
            try FileSystem.makeFolder(folder)
            try move("\(staging)/\(number)", to: target, place)
            folders.insert(folder)
        }
        for folder in folders.sorted() { try FileSystem.flush(folder) }
        try beforeStep(.clear)
        try FileSystem.remove(staging)
    }

    /// The data folder holds the folder of changes, also where `raw` is a link to elsewhere.
    private static func target(of place: String, staging: String, raw: String) -> String {
        guard place.hasPrefix(outside) else { return "\(raw)/\(place)" }
        let root = URL(fileURLWithPath: staging).deletingLastPathComponent()
            .deletingLastPathComponent()
        return "\(root.path)/\(place.dropFirst(outside.count))"
    }

    /// Moves a file or a folder. Where somebody put something at a folder's place meanwhile, it
    /// gets a number: a committed change must be completed.
    private static func move(
        _ from: String, to target: String, _ place: String
    ) throws(StorageError) {
        guard FileSystem.status(from)?.isFolder == true else {
            // What stands beside the sets may be on another disk.
            return try place.hasPrefix(outside)
                ? FileSystem.take(from, to: target) : FileSystem.move(from, to: target)
        }
        var free = target
        var number = 2
        while let status = FileSystem.status(free) {
            // An empty folder is replaced in the same step.
            if status.isFolder, try FileSystem.names(in: free).isEmpty { break }
            free = "\(target) \(number)"
            number += 1
        }
        try FileSystem.move(from, to: free)
    }

    /// Completes all committed changes in `incoming` and removes the others.
    static func recover(incoming: String, raw: String) throws(StorageError) {
        for name in try FileSystem.names(in: incoming).sorted() where name.hasPrefix(prefix) {
            let staging = "\(incoming)/\(name)"
            if FileSystem.status("\(staging)/places.json") != nil {
                try complete(staging: staging, raw: raw) { (_) throws(StorageError) in }
            } else {
                try FileSystem.remove(staging)
            }
        }
        try FileSystem.flush(incoming)
    }
}
