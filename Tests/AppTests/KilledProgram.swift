import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The built program over a folder, to be killed without warning.
final class KilledProgram {
    let root: URL
    let address: String
    private let process = Process()
    private let output = Pipe()

    /// The program beside the running tests, or that of a debug build.
    static let path: String? = {
        let running = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        return [running, ImportTableTests.root.appending(path: ".build/debug")]
            .map { $0.appending(path: "perfmon").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// The program did not print an address.
    struct DidNotStart: Error {}

    /// Starts it and waits for the address, which it prints when what was left over is cleared up.
    init(_ path: String, root: URL) throws {
        self.root = root
        process.executableURL = URL(filePath: path)
        process.arguments = [
            "--port", "0", "--data", root.path, "--log-level", "quiet", "--resources",
            ImportTableTests.root.appending(path: "Resources").path,
        ]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !text.hasSuffix("\n") {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { throw DidNotStart() }
            text += String(decoding: more, as: UTF8.self)
        }
        guard let port = text.split(separator: ":").last.map({ $0.filter(\.isNumber) }) else {
            throw DidNotStart()
        }
        address = "http://127.0.0.1:\(port)"
    }

    /// The process, for a kill from elsewhere.
    var identifier: Int32 { process.processIdentifier }

    /// No signal handler, no flush: as a power cut of the process.
    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        // Ends when the kernel has closed all that the process held.
        _ = try? output.fileHandleForReading.readToEnd()
    }

    /// The status of an upload; `nil` where the program was gone before it answered.
    func upload(_ text: String, name: String, set: String, mode: String) async -> Int? {
        guard let url = URL(string: address + "/import") else { return nil }
        let form = Multipart(
            fields: ["mode": mode, "set": set, "current": set], files: [name: text])
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = form.body
        request.setValue(form.type, forHTTPHeaderField: "Content-Type")
        request.setValue(address, forHTTPHeaderField: "Origin")
        let session = URLSession(
            configuration: .ephemeral, delegate: StopsAtRedirect(), delegateQueue: nil)
        defer { session.invalidateAndCancel() }
        let answer = try? await session.data(for: request)
        return (answer?.1 as? HTTPURLResponse)?.statusCode
    }
}

private final class StopsAtRedirect: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession, task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
        completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
