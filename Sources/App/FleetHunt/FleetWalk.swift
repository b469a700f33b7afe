import Dashboard
import Foundation
import HTTP
import Pipeline
import Store
import Telemetry

/// Takes one set all the way: uploaded, read, analysed, shown on all pages and downloaded, without
/// sockets.
///
/// Runs in a process of its own (see `childMain`), since a trap cannot be caught.
struct FleetWalk {
    let site: Site
    let router: Router
    /// The folder of the files that are uploaded.
    let files: URL
    let diary: WalkDiary
    /// Bytes of all files; by it one walk does what the next leaves out.
    let length: Int
    private let numbers: FaultyNumbers

    static let set = "fleet"
    /// The most links of pages that are followed.
    private static let linkLimit = 40

    /// - Parameter folder: contains `files`; `data` is created in it.
    init(_ folder: URL, _ diary: WalkDiary) throws {
        let configuration = try Configuration(
            arguments: ["--data", folder.appending(path: "data").path, "--log-level", "quiet"],
            environment: [:])
        site = try ServeCommand(configuration: configuration, log: Log(level: .quiet)).site()
        router = Routes.router(site)
        files = folder.appending(path: "files")
        self.diary = diary
        length = try FileManager.default.contentsOfDirectory(
            at: files, includingPropertiesForKeys: [.fileSizeKey]
        ).reduce(0) { $0 + (try $1.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0) }
        numbers = try FaultyNumbers(besidesThoseIn: files)
    }

    /// Goes all the way and reports each step.
    func run() async throws {
        try await upload()
        await diary.step("read") {
            _ = await site.waitUntilReady(Self.set, for: .seconds(3_600))
            return []
        }
        let snapshot = site.store.view(of: Self.set).analysed?.snapshot
        var links: Set<String> = []
        let addresses = FleetAddresses(set: Self.set, snapshot: snapshot).all
        for address in addresses {
            let bytes = await visit(address)
            if !address.hasPrefix("/export/") { links.formUnion(PageLinks(bytes).all) }
        }
        for address in OddQueries.addresses(length, in: Self.set) { _ = await visit(address) }
        for link in Self.some(links.subtracting(addresses).sorted()) { _ = await visit(link) }
        if snapshot != nil {
            await processed()
            await learn()
        }
        diary.done()
    }

    /// At most `linkLimit` of the links, spread evenly.
    private static func some(_ links: [String]) -> [String] {
        guard links.count > linkLimit else { return links }
        return (0..<linkLimit).map { links[$0 * links.count / linkLimit] }
    }

    // MARK: - Steps

    /// Sends the form of Import, or where the files are refused puts them into the folder.
    private func upload() async throws {
        let manager = FileManager.default
        let names = try manager.contentsOfDirectory(atPath: files.path).sorted()
        let incoming = site.folder.incoming
        let parts = try names.map { name in
            let copy = incoming.appending(path: "sent-\(UUID().uuidString)")
            try manager.copyItem(at: files.appending(path: name), to: copy)
            return MultipartForm.Part.file(
                "files", called: name, TemporaryFile(path: copy.path, byteCount: 0))
        }
        let form = MultipartForm(parts: [.field("set", Self.set), .field("mode", "new")] + parts)
        await diary.step("upload") {
            guard
                let request = Request(
                    method: .post, target: "/import", body: .multipart(form))
            else { return [] }
            let response = await answer(request)
            if response.status.code >= 500 {
                diary.fault(.status, "upload", "\(response.status.code)")
            }
            return Array("\(response.status.code)".utf8)
        }
        let folder = site.folder.root.appending(path: "raw").appending(path: Self.set)
        guard !manager.fileExists(atPath: folder.path) else { return }
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in names {
            try manager.copyItem(at: files.appending(path: name), to: folder.appending(path: name))
        }
        site.store.reload(Self.set)
    }

    private var isRead: Bool { site.store.view(of: Self.set).analysed != nil }

    /// Asks for one address and reports what is wrong with the answer.
    func visit(_ address: String) async -> [UInt8] {
        await diary.step(address) {
            guard let request = Request(target: address) else {
                diary.fault(.status, address, "an address that the server refuses")
                return []
            }
            let response = await answer(request)
            let bytes = Self.content(response)
            // Of a set that cannot be read, pages and downloads say so with a status below 500.
            if response.status.code >= (isRead ? 400 : 500) {
                diary.fault(.status, address, "\(response.status.code)")
            }
            if let found = numbers.first(in: bytes) {
                diary.fault(.number, address, found.around)
            }
            return bytes
        }
    }

    /// Checks the files that are written in the background for what was read.
    private func processed() async {
        let folder = site.folder.root.appending(path: "processed").appending(path: Self.set)
        for name in ["rollup.csv", "events.csv", "devices.csv"] {
            let step = "processed/\(name)"
            await diary.step(step) {
                var tries = 0
                // The last of these files; it is there within milliseconds of the first page.
                while tries < 3_000, !exists(folder.appending(path: "README.md")) {
                    try? await Task.sleep(for: .milliseconds(20))
                    tries += 1
                }
                let data = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
                if let found = numbers.first(in: Array(data)) {
                    diary.fault(.number, step, found.around)
                }
                return Array(data)
            }
        }
    }

    private func exists(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    // MARK: - Answers

    func answer(_ request: Request) async -> Response {
        switch router.reply(to: request) {
        case .now(let response): return response
        case .later(let work): return await work()
        }
    }

    private static func content(_ response: Response) -> [UInt8] {
        switch response.body {
        case .empty: []
        case .bytes(let bytes): bytes
        case .file(let file): file.read(at: 0, limit: file.count) ?? []
        }
    }
}
