import Foundation
import Models

/// Starts walks in processes of their own and collects what they tell.
struct WalkProcess {
    /// This program; tests start another one.
    var executable = URL(filePath: InferenceConfiguration.currentExecutable)
        .resolvingSymlinksInPath()
    /// Seconds by the clock before a walk counts as hanging.
    var patience: TimeInterval = 300
    /// `FleetWalk.traceArgument` or `keepArgument`, if any.
    var argument: String?

    /// What one walk told.
    struct Outcome {
        var faults: [WalkFault] = []
        /// The steps in order, with the digest of their answers.
        var steps: [(name: String, digest: String, cpuSeconds: Double)] = []
    }

    /// Walks twice through the files in `folder/files` and compares the answers; a walk with faults
    /// is the last one. Throws where a process cannot be started.
    func walkTwice(_ folder: URL) throws -> Outcome {
        var first = try walk(folder)
        guard first.faults.isEmpty else { return first }
        let second = try walk(folder)
        first.faults = second.faults
        guard first.faults.isEmpty else { return first }
        for (one, other) in zip(first.steps, second.steps) where one.digest != other.digest {
            let why = try? AnswerDifference(folder).text
            first.faults.append(
                WalkFault(kind: .differs, step: one.name, detail: why ?? other.name))
        }
        return first
    }

    /// Walks once through the files in `folder/files`, with fresh data. Throws where the process
    /// cannot be started.
    func walk(_ folder: URL) throws -> Outcome {
        try? FileManager.default.removeItem(at: folder.appending(path: "data"))
        let output = try emptyFile(folder.appending(path: "events.jsonl"))
        let errors = try emptyFile(folder.appending(path: "errors.txt"))
        let process = Process()
        process.executableURL = executable
        process.arguments =
            [FleetWalk.hiddenArgument, folder.path] + (argument.map { [$0] } ?? [])
        (process.standardOutput, process.standardError) = (output.handle, errors.handle)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        let isHanging = ended.wait(timeout: .now() + patience) == .timedOut
        if isHanging {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
        return Self.outcome(
            events: try String(contentsOf: output.url, encoding: .utf8),
            errors: String(decoding: try Data(contentsOf: errors.url), as: UTF8.self),
            end: isHanging ? .hung : .ended(process.terminationReason, process.terminationStatus))
    }

    private enum End {
        case hung
        case ended(Process.TerminationReason, Int32)
    }

    private func emptyFile(_ url: URL) throws -> (url: URL, handle: FileHandle) {
        try Data().write(to: url)
        return (url, try FileHandle(forWritingTo: url))
    }

    /// The lines of a backtrace with files of the program, or else the end of what the process
    /// wrote.
    private static func message(_ errors: String) -> String {
        let places = errors.split(separator: "\n").filter { $0.contains("/Sources/") }
        return places.isEmpty
            ? String(errors.suffix(500)) : places.prefix(8).joined(separator: "\n")
    }

    private static func outcome(events: String, errors: String, end: End) -> Outcome {
        var outcome = Outcome()
        var (step, isDone) = ("start", false)
        for line in events.split(separator: "\n") {
            switch WalkEvent(line: String(line)) {
            case .begins(let name): step = name
            case .ended(let name, let digest, let cpuSeconds):
                outcome.steps.append((name, digest, cpuSeconds))
            case .fault(let fault): outcome.faults.append(fault)
            case .done: isDone = true
            case nil: break
            }
        }
        for line in errors.split(separator: "\n") where line.contains(" error ") {
            // A set that cannot be read is no fault: its page says why.
            if line.contains(" error load ") || line.contains(" error resources ") { continue }
            outcome.faults.append(WalkFault(kind: .error, step: step, detail: String(line)))
        }
        let message = Self.message(errors)
        switch end {
        case .hung: outcome.faults.append(WalkFault(kind: .hang, step: step, detail: message))
        case .ended(.exit, 0) where isDone: break
        case .ended(let reason, let status):
            let how = reason == .uncaughtSignal ? "signal" : "status"
            outcome.faults.append(
                WalkFault(kind: .trap, step: step, detail: "\(how) \(status) \(message)"))
        }
        return outcome
    }
}
