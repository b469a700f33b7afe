import Foundation
import Programs
import Testing

/// The built program over a data folder of its own, and a browser that looks at it.
struct Stage: Sendable {
    let browser: Browser
    let root: URL
    private let port: UInt16

    /// The names under which systems install the browser.
    static let binary = ["chromium", "chromium-browser", "google-chrome"].lazy
        .compactMap(find).first
    static let driver = find("chromedriver")
    static var isSet: Bool { BuiltProgram.path != nil && binary != nil && driver != nil }

    private static func find(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }

    /// Plays a test on a stage, and ends all programs whatever comes of it; the console must have
    /// stayed silent.
    static func play(
        refresh: Int = 0, sets: [String: [String: String]] = [:],
        _ test: (Stage) async throws -> Void
    ) async throws {
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-browser-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        try fill(root, sets)
        let program = try BuiltProgram(
            #require(BuiltProgram.path), root: root, options: ["--refresh", "\(refresh)"])
        defer { end(program.kill) { program.wait() } }
        let (driver, port) = try startDriver()
        defer { end(driver.kill) { driver.wait() } }
        let browser = try await Browser(driver: port, binary: #require(binary))
        let stage = Stage(browser: browser, root: root, port: program.port)
        var failure: (any Error)?
        do {
            try await stage.ready("sample-fleet")
            try await test(stage)
            #expect(try await browser.complaints() == [])
        } catch {
            failure = error
        }
        try await browser.close()
        if let failure { throw failure }
    }

    /// The driver of the browser and its port. The free port that it takes for one family of addresses
    /// may be in use in the other; then it ends at once and is started again.
    private static func startDriver(attempts: Int = 3) throws -> (ChildProgram, port: UInt16) {
        let driver = try ChildProgram([#require(Self.driver), "--port=0"])
        do {
            let port = try driver.read { line in
                line.contains("started successfully")
                    ? line.split { !$0.isNumber }.last.flatMap { UInt16($0) } : nil
            }
            return (driver, port)
        } catch {
            guard attempts > 1 else { throw error }
            return try startDriver(attempts: attempts - 1)
        }
    }

    private static func end(_ kill: () -> Void, _ wait: () -> Void) {
        kill()
        wait()
    }

    /// The sample fleet, and what a test brings.
    private static func fill(_ root: URL, _ sets: [String: [String: String]]) throws {
        let raw = root.appending(path: "raw")
        let files = FileManager.default
        try files.createDirectory(at: raw, withIntermediateDirectories: true)
        try files.copyItem(
            at: BuiltProgram.checkout.appending(path: "data/raw/sample-fleet"),
            to: raw.appending(path: "sample-fleet"))
        for (set, texts) in sets {
            let folder = raw.appending(path: set)
            try files.createDirectory(at: folder, withIntermediateDirectories: true)
            for (name, text) in texts {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
        }
    }

    /// Opens a page of a data set.
    func open(_ page: String, _ query: String = "set=sample-fleet") async throws {
        try await browser.open("http://127.0.0.1:\(port)\(page)?\(query)")
    }

    /// Returns when the set's figures are there.
    func ready(_ set: String) async throws {
        let end = ContinuousClock.now + .seconds(60)
        repeat {
            try await open("/", "set=\(set)")
            if try await browser.script("return !!document.querySelector('.kpis')").isTrue {
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        } while ContinuousClock.now < end
        throw Browser.Failure(description: "\(set) was not read in time")
    }
}

/// Files for uploads and sets of a test.
enum Files {
    /// Hourly temperatures of three ovens.
    static var ovens: String {
        "time,oven,temperature,pressure\n"
            + (0..<300).map { row in
                let (hour, oven) = (row / 3, row % 3)
                let time = "2025-03-\(two(1 + hour / 24)) \(two(hour % 24)):00"
                return "\(time),oven-\(oven),\(200 + oven * 5 + hour % 7).5,\(3 + hour % 5).25\n"
            }.joined()
    }

    /// Loads of two pumps on days that could be months.
    static var dates: String {
        "date,pump,load\n"
            + (1...12).map { "03/\(two($0))/2024 06:00,p\($0 % 2),\($0).5\n" }.joined()
    }

    /// Messages of a computer, without any reading.
    static var log: String {
        "time,node,level,code\n"
            + (0..<200).map { row in
                let time = "2025-03-\(two(1 + row / 24)) \(two(row % 24)):15"
                return "\(time),node-\(row % 7),\(row % 5 == 0 ? "ERROR" : "INFO"),E\(row % 4)\n"
            }.joined()
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
