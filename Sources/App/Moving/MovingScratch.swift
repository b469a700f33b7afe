import Foundation
import Values
import Wording

/// A folder in which files of a moving set wait.
struct MovingScratch {
    let url: URL

    /// What their names begin with; the number of the process follows.
    private static let mark = "moving-"

    /// Makes one in the folder where changes are prepared.
    init(_ parent: URL) throws(SetMoveFault) {
        let process = ProcessInfo.processInfo.processIdentifier
        url = parent.appending(path: "\(Self.mark)\(process)-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw .notStored(reason: SystemMessage.text(error.systemErrno))
        }
    }

    func remove() { try? FileManager.default.removeItem(at: url) }

    /// Removes those of processes that are no more: a command may be at work beside the server.
    static func clearUnfinished(in parent: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        for name in names where name.hasPrefix(mark) {
            let number = name.dropFirst(mark.count).split(separator: "-").first.flatMap {
                Int32($0)
            }
            let isOwn = number == ProcessInfo.processInfo.processIdentifier
            if let number, !isOwn, kill(number, 0) == 0 || errno == EPERM { continue }
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
    }
}
