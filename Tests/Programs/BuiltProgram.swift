public import Foundation

/// The built program over a data folder, as people start it.
public final class BuiltProgram: Sendable {
    /// Where it listens.
    public let port: UInt16
    private let child: ChildProgram

    /// The checkout that the tests are of.
    public static let checkout = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The program beside the running tests, or that of another build of this checkout.
    public static let path: String? = {
        let running = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let builds = [".build-tests/release", ".build/debug", ".build/release"]
        return ([running] + builds.map { checkout.appending(path: $0) })
            .map { $0.appending(path: "perfmon").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// Starts it and waits for the address, which it prints when what was left over is cleared up.
    public init(_ path: String, root: URL, options: [String] = []) throws {
        let resources = Self.checkout.appending(path: "Resources").path
        child = try ChildProgram(
            [
                path, "--port", "0", "--data", root.path, "--log-level", "quiet",
                "--resources", resources,
            ] + options)
        port = try child.read { $0.split(separator: ":").last.flatMap { UInt16($0) } }
    }

    /// No signal handler, no flush: as if its power were cut. Harmless until `wait` has returned.
    public func kill() { child.kill() }

    /// Returns when the killed process is gone with all its threads and files.
    public func wait() { child.wait() }
}
