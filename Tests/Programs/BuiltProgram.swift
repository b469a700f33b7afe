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

    /// The words that start it on a free port.
    public static func command(_ path: String, root: URL, options: [String] = []) -> [String] {
        let resources = checkout.appending(path: "Resources").path
        return [
            path, "--port", "0", "--data", root.path, "--log-level", "quiet", "--resources",
            resources, "--learn", "off",
        ] + options
    }

    /// Starts it and waits for the address, which it prints when what was left over is cleared up.
    /// What it logs goes to a file.
    public init(
        _ path: String, root: URL, options: [String] = [], errors: String = "/dev/null"
    ) throws {
        child = try ChildProgram(
            Self.command(path, root: root, options: options), errors: errors)
        port = try child.read { $0.split(separator: ":").last.flatMap { UInt16($0) } }
    }

    /// The number of the process that was started.
    public var identifier: Int32 { child.identifier }

    /// The process that serves, started by the one that was started; `nil` between two of them,
    /// and where the system does not tell.
    public var servingProcess: Int32? {
        let children = ProcessTable.children(of: child.identifier)
        return children.count == 1 ? children[0] : nil
    }

    /// No signal handler, no flush: as if its power were cut. Harmless until `wait` has returned.
    public func kill() { child.kill() }

    /// Sends a signal to the process that was started. Harmless until `wait` has returned.
    public func send(_ signal: Int32) { child.send(signal) }

    /// Returns when it is gone with all its threads, files and the process that serves: the exit
    /// status, or 128 and the number of the signal that ended it.
    @discardableResult
    public func wait() -> Int32 {
        let status = child.wait()
        _ = child.restOfOutput()
        return status
    }

    /// What it printed after its address, once both processes are gone; `nil` where they do not go.
    public func restOfOutput() -> [String]? { child.restOfOutput() }
}
