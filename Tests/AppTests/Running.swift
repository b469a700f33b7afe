import Foundation
import HTTP
import Learning
import Models
import Telemetry
import Values
@testable import App

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A server on a free port over a temporary data folder.
final class Running: Sendable {
    let root: URL
    let address: String
    private let server: Server
    let site: Site
    private let session: URLSession

    /// An answer of the server.
    struct Answer {
        let status: Int
        let text: String
        private let fields: [String: String]

        init(_ response: HTTPURLResponse, _ data: Data) {
            status = response.statusCode
            text = String(decoding: data, as: UTF8.self)
            fields = Dictionary(
                response.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") },
                uniquingKeysWith: { first, _ in first })
        }

        func header(_ name: String) -> String? { fields[name.lowercased()] }
    }

    /// - Parameters:
    ///   - files: contents by path below `raw`.
    ///   - journal: is told what is done to which set, where that is done.
    ///   - models: makes the models of the folder for them.
    ///   - learner: learns of the sets that are read; nil for none.
    init(
        sample: Bool, files: [String: String] = [:], journal: any WorkJournal = NoJournal(),
        models: (String) -> ModelManager? = { _ in nil },
        learner: (any BackgroundLearner)? = nil
    ) async throws {
        root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-server-\(UUID().uuidString)")
        if sample {
            let folder = root.appending(path: "raw/sample-fleet")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            for file in SampleFleet().files() {
                try Data(file.text.utf8).write(to: folder.appending(path: file.name))
            }
        }
        for (path, text) in files {
            let file = root.appending(path: "raw").appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let configuration = try Configuration(
            arguments: [
                "--port", "0", "--data", root.path, "--log-level", "quiet", "--resources",
                ImportTableTests.root.appending(path: "Resources").path,
            ], environment: [:])
        let command = ServeCommand(
            configuration: configuration, log: Log(level: configuration.logLevel))
        site = try command.site(
            journal: journal, models: models(root.appending(path: "models").path),
            learner: learner)
        var serving = command.serverConfiguration(site)
        serving.isStrict = true
        server = Server(configuration: serving, handler: Routes.router(site))
        let port = try server.start().first?.port ?? 0
        address = "http://127.0.0.1:\(port)"
        session = URLSession(
            configuration: .ephemeral, delegate: NoRedirects(), delegateQueue: nil)
    }

    /// Files of all sets, as paths below `raw`.
    var stored: [String] { files(in: "raw") }
    /// What uploads have left behind.
    var litter: [String] { files(in: "incoming").filter { !$0.hasSuffix(".lock") } }

    private func files(in folder: String) -> [String] {
        let all = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
        var files: [String] = []
        while let path = all?.nextObject() as? String {
            let attributes = all?.fileAttributes
            if attributes?[.type] as? FileAttributeType == .typeRegular { files.append(path) }
        }
        return files.sorted()
    }

    func stop() {
        let server = server
        Task { await server.stop(within: .seconds(1)) }
        try? FileManager.default.removeItem(at: root)
    }

    func untilReady(_ set: String) async throws {
        let isReady = await site.waitUntilReady(set, for: .seconds(60))
        if !isReady { throw Timeout(set: set) }
    }

    /// A set was not read in time.
    struct Timeout: Error { let set: String }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send("GET", path, headers: headers)
    }

    func send(
        _ method: String, _ path: String, headers: [String: String] = [:], body: Data? = nil,
        form: Multipart? = nil
    ) async throws -> Answer {
        guard let url = URL(string: address + path) else { throw Timeout(set: path) }
        var request = URLRequest(url: url, cachePolicy: .reloadIgnoringLocalCacheData)
        request.httpMethod = method
        request.httpBody = form?.body ?? body
        if let form { request.setValue(form.type, forHTTPHeaderField: "Content-Type") }
        if method != "GET" { request.setValue(address, forHTTPHeaderField: "Origin") }
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await session.data(for: request)
        guard let response = response as? HTTPURLResponse else { throw Timeout(set: path) }
        return Answer(response, data)
    }
}

/// Answers are looked at, not followed.
private final class NoRedirects: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

/// A form as a browser sends it.
struct Multipart {
    let fields: [String: String]
    let files: [String: String]
    private let boundary = "----form-boundary-7d1"

    init(fields: [String: String], files: [String: String]) {
        self.fields = fields
        self.files = files
    }

    var type: String { "multipart/form-data; boundary=\(boundary)" }

    var body: Data {
        var text = ""
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n"
            text += "\(value)\r\n"
        }
        for (name, content) in files.sorted(by: { $0.key < $1.key }) {
            text += "--\(boundary)\r\nContent-Disposition: form-data; name=\"files\"; "
            text += "filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n\(content)\r\n"
        }
        return Data((text + "--\(boundary)--\r\n").utf8)
    }
}
