import Foundation
import Models
import Printing
import Wording

/// Draws in a child process.
struct DrawingProcess: Sendable {
    /// Why there is no drawing.
    enum Failure: Error, Sendable, Hashable {
        /// A library of the system is missing.
        case missing(DrawingLibraries.Use, file: String)
        /// The process died, took too long, or could not read what it was given.
        case failed(String)
    }

    /// The program started; tests start another one.
    var executable = URL(filePath: InferenceConfiguration.currentExecutable)
        .resolvingSymlinksInPath()
    /// Where the folder of a job is made.
    var scratch = FileManager.default.temporaryDirectory
    /// Seconds by the clock after which the process is killed.
    var patience = 40

    /// Prefix of these folders.
    static let mark = "drawn-"

    /// The bytes of a PNG or PDF. Waits for the process, so not for Swift's shared thread pool.
    func draw(_ job: DrawingJob) throws(Failure) -> [UInt8] {
        let folder = scratch.appending(path: Self.mark + UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try JSONEncoder().encode(job).write(to: folder.appending(path: DrawingWorker.jobName))
        } catch {
            throw .failed("no folder for the drawing: \(error.localizedDescription)")
        }
        try run(folder)
        guard
            let data = try? Data(contentsOf: folder.appending(path: DrawingWorker.outcomeName)),
            let outcome = try? JSONDecoder().decode(DrawingJob.Outcome.self, from: data)
        else { throw .failed("the drawing process gave no answer") }
        switch outcome {
        case .done:
            let result = folder.appending(path: DrawingWorker.resultName)
            guard let bytes = try? Data(contentsOf: result) else {
                throw .failed("the drawing process left no file")
            }
            return Array(bytes)
        case .missing(let file): throw .missing(job.use, file: file)
        case .refused: throw .failed("the drawing could not be made")
        }
    }

    private func run(_ folder: URL) throws(Failure) {
        let process = Process()
        process.executableURL = executable
        process.arguments = [DrawingWorker.hiddenArgument, folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { throw .failed("the drawing process did not start") }
        if ended.wait(timeout: .now() + .seconds(patience)) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            throw .failed("the drawing process took more than \(patience) s")
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw .failed("the drawing process ended with \(process.terminationStatus)")
        }
    }

    /// Removes what an earlier run has left.
    static func clearUnfinished(in scratch: URL) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: scratch.path)) ?? []
        for name in names where name.hasPrefix(mark) {
            try? FileManager.default.removeItem(at: scratch.appending(path: name))
        }
    }
}
