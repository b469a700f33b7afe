import Dashboard
import Dispatch
import Exports
import Foundation
import HTTP
import Store
import Telemetry
import Wording

/// The Overview of each data set as it was shown last, on disk: after a start it is the answer
/// while the files are read and analysed again.
///
/// A page is found by everything it was made of, files by size, time and inode, by which changes
/// are noticed too. A damaged page, or one of another program, is not found.
final class StoredPages: Sendable {
    private let folder: URL
    private let log: Log
    private let queue = DispatchQueue(label: "stored pages", qos: .utility)
    private static let form = "perfmon-page-1"
    /// The most pages of one set; other periods, themes and languages are further pages.
    private static let limit = 4

    /// - Parameter folder: the one with a folder for each set.
    init(folder: URL, log: Log) {
        self.folder = folder
        self.log = log
    }

    /// Reads the page that was made of all this; blocks while it reads a file.
    func find(_ key: Fingerprint, of set: String) -> PageCache.Page? {
        guard let data = try? Data(contentsOf: url(key, set)),
            let end = data.firstIndex(of: UInt8(ascii: "\n"))
        else { return nil }
        let head = String(decoding: data[..<end], as: UTF8.self).split(separator: " ")
        let bytes = Array(data[data.index(after: end)...])
        guard head.count == 5, head[1] == Self.form, head[2].allSatisfy(\.isHexDigit),
            head[3] == Self.check(bytes, head[2])
        else { return nil }
        return PageCache.Page(bytes: bytes, tag: EntityTag(String(head[2])))
    }

    /// Writes a page soon; of a set's pages those written longest ago are dropped.
    func keep(_ page: PageCache.Page, as key: Fingerprint, of set: String) {
        queue.async {
            let tag = page.tag.opaque[...]
            let head = "<!-- \(Self.form) \(tag) \(Self.check(page.bytes, tag)) -->\n"
            do {
                try ProcessedFolder(self.folder.appending(path: set)).write(
                    head + String(decoding: page.bytes, as: UTF8.self), to: Self.name(key))
            } catch {
                self.log.error("page", [("set", set), ("error", "\(error)")])
            }
            self.dropOldest(set)
        }
    }

    private static func check(_ bytes: [UInt8], _ tag: Substring) -> String {
        var check = Fingerprint(String(tag))
        check.add(bytes: bytes)
        return check.text
    }

    private static let prefix = "overview-"

    private static func name(_ key: Fingerprint) -> String { "\(prefix)\(key.text).html" }

    private func url(_ key: Fingerprint, _ set: String) -> URL {
        folder.appending(path: set).appending(path: Self.name(key))
    }

    private func dropOldest(_ set: String) {
        let place = folder.appending(path: set)
        let manager = FileManager.default
        let names = (try? manager.contentsOfDirectory(atPath: place.path)) ?? []
        let pages = names.filter { $0.hasPrefix(Self.prefix) }.map { name in
            let url = place.appending(path: name)
            let time = (try? manager.attributesOfItem(atPath: url.path))?[.modificationDate]
            return (url: url, time: time as? Date ?? .distantPast)
        }
        for page in pages.sorted(by: { $0.time > $1.time }).dropFirst(Self.limit) {
            try? manager.removeItem(at: page.url)
        }
    }
}

extension Fingerprint {
    /// Everything an Overview depends on that is known before the files are read.
    init(_ site: Site, _ request: Request, _ dataset: Dataset) {
        let configuration = site.configuration
        self.init(
            Self.program, Configuration.version, site.assets.version, "\(configuration.refresh)",
            configuration.timeZone, "\(configuration.memory)",
            Site.theme(of: request).rawValue, Site.language(of: request).rawValue)
        for item in request.query.items {
            add(item.name)
            add(item.value)
        }
        for name in site.store.datasets() { add(name) }
        for name in site.store.setsAside() { add(name) }
        for note in site.notes.notes(of: dataset.name) { add(note.id) }
        add(dataset)
    }
}
