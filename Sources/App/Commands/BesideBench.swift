import Dispatch
import Foundation
import HTTP
import Learning
import Models
import Store
import Synchronization
import Telemetry
import Values

/// `perfmon bench beside`: how long fresh pages of one set take, alone and while another set is
/// loaded over and over, a model hangs on it and a model file of 200 MB is read.
struct BesideBench {
    private static let pages = 200
    /// Devices of the set that is loaded meanwhile, with 168 rows each.
    private static let otherDevices = 6_000
    private static let modelBytes = 200 << 20

    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "bench-\(UUID().uuidString)")

    func run() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try writeFiles()
        let command = try command()
        let site = try command.site(models: try hangingModels())
        let server = Server(
            configuration: command.serverConfiguration(site), handler: Routes.router(site))
        guard let port = try server.start().first?.port else { return }
        let client = LoopbackClient(port: port)
        _ = await site.waitUntilReady("mine", for: .seconds(120))
        await measure("alone", client, offset: 0)
        let company = Company()
        company.begin { Self.load(site, company) }
        company.begin { Self.readModels(site, company) }
        company.begin { _ = client.get("/diagnostics?set=other") }
        await measure("in company", client, offset: Self.pages)
        company.end()
        let loads = company.loads.withLock(\.self)
        print("{\"case\": \"beside\", \"loads of the other set\": \(loads)}")
        await server.stop(within: .seconds(1))
    }

    // MARK: - Pages

    private func measure(_ name: String, _ client: LoopbackClient, offset: Int) async {
        report(name, "pages", await ask(client, (0..<Self.pages).map { Self.page(offset + $0) }))
        report(name, "periods", await ask(client, (0..<40).map { Self.period(offset / 4 + $0) }))
    }

    /// Milliseconds for each of the targets, asked for one after the other.
    private func ask(_ client: LoopbackClient, _ targets: [String]) async -> [Double] {
        await withCheckedContinuation { continuation in
            DispatchQueue(label: "client").async {
                let times = targets.map { target -> Double in
                    let clock = ContinuousClock()
                    let start = clock.now
                    let answer = client.get(target)
                    if answer?.status != 200 { print("no page at \(target)") }
                    return (clock.now - start) / .milliseconds(1)
                }
                continuation.resume(returning: times)
            }
        }
    }

    /// A page that was not asked for before: of another device, or made anew from a known analysis.
    private static func page(_ number: Int) -> String {
        switch number % 4 {
        case 0: "/?set=mine&refresh=\(number + 5)"
        case 1: "/trends?set=mine&refresh=\(number + 5)"
        case 2: "/clusters?set=mine&refresh=\(number + 5)"
        default: "/diagnostics?set=mine&device=unit-00\(100 + number / 4)"
        }
    }

    /// A page with a period that was not asked for before, which must be analysed.
    private static func period(_ number: Int) -> String {
        "/trends?set=mine&period=\(number + 2)h"
    }

    private func report(_ name: String, _ what: String, _ times: [Double]) {
        let sorted = times.sorted()
        let places = [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("max", 1)]
        let figures = places.map { name, share in
            let index = min(sorted.count - 1, Int(clamping: Double(sorted.count) * share))
            return "\"\(name)_ms\": \(String(format: "%.1f", sorted[index]))"
        }
        print(
            "{\"case\": \"beside\", \"when\": \"\(name)\", \"fresh \(what)\": \(times.count), "
                + figures.joined(separator: ", ") + "}")
    }

    // MARK: - What goes on beside

    /// Work on threads of its own that goes on until `end`.
    private final class Company: Sendable {
        private let isOver = Mutex(false)
        private let group = DispatchGroup()
        let loads = Mutex(0)

        var goesOn: Bool { !isOver.withLock(\.self) }

        func begin(_ work: @escaping @Sendable () -> Void) {
            DispatchQueue(label: "company").async(group: group, execute: work)
        }

        func end() { isOver.withLock { $0 = true } }
    }

    private static func load(_ site: Site, _ company: Company) {
        while company.goesOn {
            if site.store.view(of: "other").status.isUnderWay {
                usleep(2_000)
                continue
            }
            company.loads.withLock { $0 += 1 }
            // From scratch, as if nobody had ever looked at the set.
            site.store.forget("other")
            _ = site.store.view(of: "other")
        }
    }

    private static func readModels(_ site: Site, _ company: Company) {
        let file = URL(filePath: site.configuration.data).appending(path: "models/large.onnx")
        while company.goesOn {
            touch(file)
            site.panels.catalog.refresh()
        }
    }

    /// Rewrites the first byte, which changes the file's time, so that it must be read again.
    private static func touch(_ file: URL) {
        guard let handle = try? FileHandle(forUpdating: file) else { return }
        let first = try? handle.read(upToCount: 1)
        try? handle.seek(toOffset: 0)
        try? handle.write(contentsOf: first ?? Data())
        try? handle.close()
    }

    // MARK: - Files

    private func writeFiles() throws {
        for (set, devices) in [("mine", 200), ("other", Self.otherDevices)] {
            let place = folder.appending(path: "raw/\(set)")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            for file in PageBenchSet(devices: devices).files {
                try Data(file.text.utf8).write(to: place.appending(path: file.name))
            }
        }
        let models = folder.appending(path: "models")
        try FileManager.default.createDirectory(at: models, withIntermediateDirectories: true)
        try Data(count: Self.modelBytes).write(to: models.appending(path: "large.onnx"))
    }

    private func command() throws -> ServeCommand {
        let configuration = try Configuration(
            arguments: ["--port", "0", "--data", folder.path, "--log-level", "quiet"],
            environment: [:])
        return ServeCommand(configuration: configuration, log: Log(level: .quiet))
    }

    /// A model manager whose process never answers.
    private func hangingModels() throws -> ModelManager {
        let script = folder.appending(path: "hanging")
        try Data("#!/bin/sh\nexec sleep 600\n".utf8).write(to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: script.path)
        var inference = InferenceConfiguration(executable: script.path)
        inference.startDeadline = .seconds(600)
        return ModelManager(
            folder: folder.appending(path: "models").path, client: InferenceClient(inference))
    }
}
