import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The built program over a folder, to be killed without warning.
///
/// Started and awaited by system calls: Foundation's `Process` waits by a run loop that tests lack.
final class KilledProgram: Sendable {
    let port: UInt16
    private let identifier: pid_t

    /// The program beside the running tests, or that of another build of this checkout.
    static let path: String? = {
        let running = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let builds = [".build-tests/release", ".build/debug", ".build/release"]
        return ([running] + builds.map { ImportTableTests.root.appending(path: $0) })
            .map { $0.appending(path: "perfmon").path }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// The program could not be started or did not print an address in time.
    struct DidNotStart: Error {}

    /// Starts it and waits for the address, which it prints when what was left over is cleared up.
    init(_ path: String, root: URL) throws {
        let resources = ImportTableTests.root.appending(path: "Resources").path
        let (identifier, output) = try Self.spawn([
            path, "--port", "0", "--data", root.path, "--log-level", "quiet",
            "--resources", resources,
        ])
        defer { close(output) }
        let line = Self.line(output)
        guard let port = line.split(separator: ":").last.flatMap({ UInt16($0) }) else {
            Foundation.kill(identifier, SIGKILL)
            Self.reap(identifier)
            throw DidNotStart()
        }
        self.port = port
        self.identifier = identifier
    }

    /// No signal handler, no flush: as if its power were cut. Harmless until `wait` has returned.
    func kill() { _ = Foundation.kill(identifier, SIGKILL) }

    /// Returns when the killed process is gone with all its threads and files.
    func wait() { Self.reap(identifier) }

    private static func reap(_ identifier: pid_t) {
        var status: Int32 = 0
        while unsafe waitpid(identifier, &status, 0) == -1, errno == EINTR {}
    }

    /// Starts a program whose standard output comes through the descriptor.
    private static func spawn(_ command: [String]) throws -> (pid_t, Int32) {
        var ends: [Int32] = [0, 0]
        guard unsafe pipe(&ends) == 0 else { throw DidNotStart() }
        defer { close(ends[1]) }
        // Other children must not hold the ends open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Glibc)
            var actions = unsafe posix_spawn_file_actions_t()
        #else
            var actions: posix_spawn_file_actions_t?
        #endif
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let variables = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        var identifier: pid_t = 0
        let result = unsafe withPointers(command) { arguments in
            unsafe withPointers(variables) { environment in
                unsafe posix_spawn(
                    &identifier, command[0], &actions, nil, arguments, environment)
            }
        }
        guard result == 0 else {
            close(ends[0])
            throw DidNotStart()
        }
        return (identifier, ends[0])
    }

    private static func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = unsafe texts.map { unsafe strdup($0) } + [nil]
        defer { unsafe pointers.forEach { unsafe free($0) } }
        return unsafe body(pointers)
    }

    /// The first line that comes within 30 seconds.
    private static func line(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end, bytes.last != 0x0A {
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard unsafe poll(&event, 1, 1000) > 0 else { continue }
            var byte: UInt8 = 0
            guard unsafe read(descriptor, &byte, 1) == 1 else { break }
            bytes.append(byte)
        }
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}

/// Sends one request on a connection of its own, by plain sockets: a peer that vanishes in the
/// midst must be no more than an error.
struct PlainClient {
    let port: UInt16

    /// The status of the answer; `nil` where the program was gone before it answered. Between the
    /// two halves of the request the given time passes.
    func status(_ request: [UInt8], pause: UInt32) -> Int? {
        let descriptor = connected()
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let half = request.count / 2
        guard send(request[..<half], descriptor) else { return nil }
        usleep(pause)
        guard send(request[half...], descriptor) else { return nil }
        return Int(firstBytes(descriptor).dropFirst("HTTP/1.1 ".utf8.count).prefix(3))
    }

    private func connected() -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return descriptor }
        close(descriptor)
        return -1
    }

    private func send(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                #if canImport(Glibc)
                    unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                #else
                    unsafe Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
                #endif
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private func firstBytes(_ descriptor: Int32) -> String {
        var bytes: [UInt8] = []
        while bytes.count < 12 {
            var byte: UInt8 = 0
            guard unsafe recv(descriptor, &byte, 1, 0) == 1 else { break }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
