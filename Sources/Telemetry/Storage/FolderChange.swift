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

    /// Prepares a file for its place, a path relative to `raw`: `make` writes and flushes it at
    /// `next`.
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
            let target = "\(raw)/\(place)"
            let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
            try FileSystem.makeFolder(folder)
            try FileSystem.move("\(staging)/\(number)", to: target)
            folders.insert(folder)
        }
        for folder in folders.sorted() { try FileSystem.flush(folder) }
        try beforeStep(.clear)
        try FileSystem.remove(staging)
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
