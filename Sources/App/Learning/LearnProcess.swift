import Foundation
import Learning
import Models
import Telemetry

/// Learns models in child processes, one at a time.
struct LearnProcess: BackgroundLearner {
    /// The program to start; tests start another one.
    var executable = URL(filePath: InferenceConfiguration.currentExecutable)
        .resolvingSymlinksInPath()
    let data: String
    let options: LoadOptions
    /// Seconds by the clock after which the process is ended.
    var patience = 1_800

    func learn(
        _ plan: LearningPlan, of set: String, progress: @escaping @Sendable (Double) -> Void
    ) throws(LearningFault) -> [UInt8] {
        let output = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-learn-\(UUID().uuidString).onnx")
        defer { try? FileManager.default.removeItem(at: output) }
        let job = LearnWorker.Job(
            data: data, set: set, options: options, plan: plan, output: output.path)
        let last = try last(of: run(job), progress)
        if case .fault(let fault) = last { throw fault }
        guard last == .done, let bytes = try? Data(contentsOf: output) else { throw .failed }
        return Array(bytes)
    }

    /// The process, the pipe that it writes to, and the pipe that ends the process when it is
    /// closed.
    private func run(_ job: LearnWorker.Job) throws(LearningFault) -> (Process, Pipe, Pipe) {
        let process = Process()
        let (said, lifeline) = (Pipe(), Pipe())
        process.executableURL = executable
        process.standardInput = lifeline
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        do {
            let text = String(decoding: try JSONEncoder().encode(job), as: UTF8.self)
            process.arguments = [LearnWorker.hiddenArgument, text]
            try process.run()
        } catch {
            throw .failed
        }
        return (process, said, lifeline)
    }

    /// The last line that the process writes; it is ended after `patience`.
    private func last(
        of running: (process: Process, said: Pipe, lifeline: Pipe),
        _ progress: @Sendable (Double) -> Void
    ) throws(LearningFault) -> LearnWorker.Line? {
        let process = running.process
        let deadline = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience), execute: deadline)
        defer {
            deadline.cancel()
            withExtendedLifetime(running.lifeline) { process.waitUntilExit() }
        }
        var last: LearnWorker.Line?
        var rest = Data()
        while true {
            let data = running.said.fileHandleForReading.availableData
            guard !data.isEmpty else { return last }
            rest += data
            while let end = rest.firstIndex(of: 0x0A) {
                let text = rest[rest.startIndex..<end]
                rest = Data(rest[rest.index(after: end)...])
                guard let line = try? JSONDecoder().decode(LearnWorker.Line.self, from: text)
                else { continue }
                last = line
                if case .share(let share) = line { progress(share) }
            }
        }
    }
}
