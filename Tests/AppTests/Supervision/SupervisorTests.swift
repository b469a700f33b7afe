import Foundation
import Programs
import Testing

/// The program as people start it: a supervisor with a process that serves.
@Suite(
    "The process that serves and its supervisor", .serialized,
    .enabled(
        if: BuiltProgram.path != nil && ProcessTable.isThere,
        "needs the built program and a table of processes in /proc"))
struct SupervisorTests {
    /// Runs a test over the program and a data folder of its own.
    private func withProgram(
        _ options: [String] = [], _ body: @escaping @Sendable (BuiltProgram, URL) throws -> Void
    ) async throws {
        let path = try #require(BuiltProgram.path)
        let root = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-supervisor-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }
        try await onOwnThread {
            let log = root.appending(path: "log").path
            let program = try BuiltProgram(path, root: root, options: options, errors: log)
            defer {
                program.kill()
                program.wait()
            }
            try body(program, root)
        }
    }

    @Test("who asks while it is dead waits and gets the page; the address is printed once")
    func restart() async throws {
        try await withProgram { program, root in
            for signal in [SIGKILL, SIGILL, SIGSEGV] {
                let serving = try #require(program.servingProcess)
                // Stopped, it takes no connection: the request waits for the next one.
                kill(serving, SIGSTOP)
                while ProcessTable.isStopped(serving) == false { usleep(1_000) }
                // Another signal than SIGKILL needs it to go on, and in that moment a thread of it
                // could still take a connection: it has to be dead before one is made.
                let isAtOnce = signal == SIGKILL
                if !isAtOnce { end(serving, by: signal) }
                let page = PlainClient(port: program.port).page("/import") {
                    if isAtOnce { kill(serving, signal) }
                }
                #expect(page?.hasPrefix("HTTP/1.1 200 ") == true)
                #expect(
                    PlainClient(port: program.port).page("/")?.hasPrefix("HTTP/1.1 200 ") == true)
                #expect(program.servingProcess != serving)
            }
            program.send(SIGTERM)
            #expect(program.restOfOutput() == [])
            let log = try String(contentsOf: root.appending(path: "log"), encoding: .utf8)
            #expect(log.contains("error died pid="))
            #expect(log.contains("signal=SIGILL work=0"))
        }
    }

    /// Sends a signal to a process that is stopped, lets it go on and waits for its end.
    private func end(_ process: Int32, by signal: Int32) {
        kill(process, signal)
        kill(process, SIGCONT)
        while ProcessTable.isAlive(process) { usleep(1_000) }
    }

    @Test("asked to stop, both end well", arguments: [SIGTERM, SIGINT])
    func stop(signal: Int32) async throws {
        try await withProgram { program, _ in
            program.send(signal)
            #expect(program.restOfOutput() == [])
            #expect(program.wait() == 0)
            #expect(PlainClient(port: program.port).page("/") == nil)
        }
    }

    @Test("what has begun is answered, also when both are asked, as service managers do")
    func graceful() async throws {
        try await withProgram { program, _ in
            let serving = try #require(program.servingProcess)
            let form = "set=" + String(repeating: "x", count: 2_000)
            let head =
                "POST /import/retry HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: \(form.utf8.count)\r\n\r\n"
            let answer = PlainClient(port: program.port).answer(head, form) {
                kill(serving, SIGTERM)
                program.send(SIGTERM)
                usleep(200_000)
            }
            #expect(answer?.hasPrefix("HTTP/1.1 404 ") == true)
            #expect(program.restOfOutput() == [])
            #expect(program.wait() == 0)
        }
    }

    @Test("asked twice, both end at once, and the status tells the signal")
    func impatient() async throws {
        try await withProgram { program, _ in
            let head =
                "POST /import/retry HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n"
            let answer = PlainClient(port: program.port).answer(head) {
                usleep(100_000)
                program.send(SIGTERM)
                // The port closes when the first wish has been heard.
                while PlainClient(port: program.port).page("/") != nil { usleep(10_000) }
                program.send(SIGTERM)
            }
            #expect(answer == nil)
            #expect(program.restOfOutput() == [])
            #expect(program.wait() == 128 + SIGTERM)
        }
    }

    @Test("when the supervisor is killed the process that serves ends by itself")
    func orphan() async throws {
        try await withProgram { program, _ in
            program.kill()
            #expect(program.restOfOutput() == [])
            #expect(PlainClient(port: program.port).page("/") == nil)
            #expect(program.wait() == 128 + SIGKILL)
        }
    }

    @Test("the supervisor has at most 5 MB for itself, also after restarts")
    func memory() async throws {
        try await withProgram { program, _ in
            for _ in 0..<5 {
                kill(try #require(program.servingProcess), SIGKILL)
                #expect(PlainClient(port: program.port).page("/import") != nil)
            }
            let kilobytes = try #require(ProcessTable.privateMemory(of: program.identifier))
            #expect(kilobytes <= 5_000)
        }
    }

    @Test("without a supervisor one process does all", arguments: [true, false])
    func alone(byFlag: Bool) async throws {
        let options = byFlag ? ["--no-supervisor"] : ["--no-supervisor=yes"]
        try await withProgram(options) { program, _ in
            #expect(ProcessTable.children(of: program.identifier).isEmpty)
            program.send(SIGTERM)
            #expect(program.wait() == 0)
        }
    }

    @Test("what is wrong from the start is said and ends as without a supervisor")
    func wrong() async throws {
        let path = try #require(BuiltProgram.path)
        try await withProgram { program, root in
            let taken = ["--port", "\(program.port)"]
            let cases: [(options: [String], status: Int32, says: String)] = [
                (taken, 1, "cannotListen"), (["--auth-file", "/nowhere"], 1, "/nowhere"),
                (["--bind", "nowhere", "--auth-file", "/nowhere"], 1, "badAddress"),
                (["--port", "many"], 2, "--port expects a number"),
                (
                    ["--no-supervisor=perhaps"], 2,
                    "--no-supervisor expects yes or no, found “perhaps”."
                ),
            ]
            for (options, status, says) in cases {
                var messages: [String] = []
                for further in [[], ["--no-supervisor"]] {
                    let errors = root.appending(path: "errors-\(UUID().uuidString)")
                    let failed = try ChildProgram(
                        BuiltProgram.command(path, root: root, options: options + further),
                        errors: errors.path)
                    #expect(failed.wait() == status, "\(options)")
                    #expect(failed.restOfOutput() == [])
                    messages.append(try String(contentsOf: errors, encoding: .utf8))
                }
                #expect(messages[0].contains(says))
                #expect(messages[0].split(separator: "\n").count == 1)
                // With a bad address the one process reads the file of passwords first.
                #expect(messages[0] == messages[1] || options.contains("--bind"))
            }
        }
    }

    @Test("a person who starts a serving process by hand is told that this cannot be")
    func byHand() async throws {
        let path = try #require(BuiltProgram.path)
        try await onOwnThread {
            for words in [["--serving-process"], ["--serving-process", "1"]] {
                let program = try ChildProgram([path] + words)
                #expect(program.wait() == 1)
            }
        }
    }
}
