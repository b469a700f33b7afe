import Foundation
import Models
import Testing
import Values

/// A program that stands in for a worker: a shell script that behaves as badly as it says.
private func client(_ script: String, start: Duration = .seconds(30)) throws -> InferenceClient {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: file.path)
    var configuration = InferenceConfiguration(executable: file.path)
    configuration.startDeadline = start
    return InferenceClient(configuration)
}

/// The state of a client that has just started the script. A file that another thread's new child
/// still holds open for writing cannot be started yet.
private func runtime(_ script: String, start: Duration = .seconds(30)) throws -> RuntimeState {
    let client = try client(script, start: start)
    for _ in 0..<100 {
        let state = client.runtime()
        guard case .faulty(let fault) = state, fault.cause == .system(errno: ETXTBSY) else {
            return state
        }
        client.reset()
        usleep(10_000)
    }
    return client.runtime()
}

@Suite("A worker that fails")
struct InferenceClientTests {
    @Test(
        "is told of as it ended",
        arguments: [
            ("exit 3", InferenceFault.Cause.exited(3)),
            ("kill -SEGV $$", .signal(SIGSEGV)),
            ("kill -XCPU $$", .timedOut(limit: .seconds(30))),
            ("printf 'AAAAAAAA'; sleep 9", .malformedAnswer),
            ("printf '\\001\\000\\000\\000\\377'; sleep 9", .malformedAnswer),
            ("printf '\\001\\000\\000\\000\\004xx'; sleep 9", .malformedAnswer),
            ("exec >&-; sleep 9", .signal(SIGKILL)),
        ])
    func causes(script: String, cause: InferenceFault.Cause) throws {
        #expect(try runtime(script) == .faulty(InferenceFault(stage: .open, cause: cause)))
    }

    @Test("is stopped at the deadline")
    func deadline() throws {
        let limit = Duration.milliseconds(300)
        let began = ContinuousClock.now
        let fault = InferenceFault(stage: .open, cause: .timedOut(limit: limit))
        #expect(try runtime("exec sleep 60", start: limit) == .faulty(fault))
        // Not when it ends by itself.
        #expect(ContinuousClock.now - began < .seconds(50))
    }

    @Test("leaves the end of what it wrote to its standard error")
    func log() throws {
        let state = try runtime(
            "i=0; while [ $i -lt 900 ]; do echo 0123456789 >&2; i=$((i+1)); done; echo last >&2")
        guard case .faulty(let fault) = state else {
            Issue.record("no fault")
            return
        }
        #expect(fault.cause == .exited(0))
        #expect(fault.log.hasSuffix("0123456789\nlast\n"))
        #expect(fault.log.utf8.count == 4096)
    }

    @Test("for want of memory is told of as that")
    func memory() throws {
        let words = "terminate called after throwing an instance of 'std::bad_alloc'"
        let fault = InferenceFault(
            stage: .open, cause: .outOfMemory(words + "\n"), log: words + "\n")
        #expect(try runtime("echo \"\(words)\" >&2; kill -ABRT $$") == .faulty(fault))
    }

    @Test("that does not exist is an error of the system")
    func absent() {
        let client = InferenceClient(InferenceConfiguration(executable: "/nowhere/perfmon"))
        #expect(
            client.runtime()
                == .faulty(InferenceFault(stage: .start, cause: .system(errno: ENOENT))))
    }
}

@Suite("The worker", .enabled(if: Surroundings.program != nil, "needs the program"))
struct InferenceWorkerTests {
    private func client(_ search: LibrarySearch) throws -> InferenceClient {
        InferenceClient(
            InferenceConfiguration(
                executable: try #require(Surroundings.program), search: search))
    }

    @Test("without a library answers what was tried, and models are refused for that")
    func noLibrary() throws {
        let client = try client(
            LibrarySearch(explicitPath: "/nowhere/libonnxruntime.so", systemNames: []))
        guard case .missing(let attempts) = client.runtime() else {
            Issue.record("found one")
            return
        }
        #expect(attempts.map(\.path) == ["/nowhere/libonnxruntime.so"])
        #expect(attempts.first?.reason.isEmpty == false)
        #expect(throws: ModelError.noRuntime(attempts)) {
            try client.run(ModelFile(bytes: []), feeds: [])
        }
    }

    @Test("takes a library of another kind for none")
    func otherLibrary() throws {
        let client = try client(LibrarySearch(explicitPath: "libc.so.6"))
        guard case .missing(let attempts) = client.runtime() else {
            Issue.record("found one")
            return
        }
        #expect(attempts.first?.reason.contains("OrtGetApiBase") == true)
    }

    @Test(
        "does not make those wait who only ask whether there is one",
        .enabled(if: Surroundings.canRunShared, "needs ../shared and an ONNX Runtime"))
    func asking() throws {
        let client = Surroundings.client(runDeadline: .seconds(8))
        let known = client.runtime()
        let model = try Surroundings.model("bad/endless_loop.onnx")
        let x = OnnxTensor(.float32([0]))
        let ended = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            _ = try? client.run(model, feeds: [OnnxFeed(name: "x", tensor: x)])
            ended.signal()
        }
        usleep(300_000)
        #expect(client.runtime() == known)
        #expect(ended.wait(timeout: .now()) == .timedOut)
        #expect(ended.wait(timeout: .now() + 120) == .success)
    }

    @Test(
        "serves several threads one after the other",
        .enabled(if: Surroundings.canRunShared, "needs ../shared and an ONNX Runtime"))
    func threads() async throws {
        let client = Surroundings.client()
        let model = try Surroundings.model("models/written_ridge.onnx")
        let results = Results()
        DispatchQueue.concurrentPerform(iterations: 8) { index in
            let row = [Float](repeating: Float(index), count: 6)
            guard let tensor = OnnxTensor(dims: [1, 6], data: .float32(row)),
                let values = try? client.run(
                    model, feeds: [OnnxFeed(name: "x", tensor: tensor)]),
                let number = values.first?.value.tensor?.data.numbers?.first
            else { return }
            results.append(index, number)
        }
        let sorted = results.sorted
        #expect(sorted.count == 8)
        // A linear model: equal steps of the input are equal steps of the output.
        let steps = zip(sorted, sorted.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 1e-2 * max(1, abs(steps[0])) })
    }
}

/// Results of several threads.
private final class Results: @unchecked Sendable {
    // Unchecked: all access is under the lock.
    private let lock = NSLock()
    private var numbers: [Int: Double] = [:]

    func append(_ index: Int, _ number: Double) {
        lock.withLock { numbers[index] = number }
    }

    var sorted: [Double] {
        lock.withLock { numbers.sorted { $0.key < $1.key }.map(\.value) }
    }
}
