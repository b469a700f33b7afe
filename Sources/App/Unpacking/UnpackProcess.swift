import Containers
import Foundation
import Models
import Values

/// Has a container unpacked in a process of its own.
struct UnpackProcess: Sendable {
    /// The program that is started: this one.
    var executable = URL(filePath: InferenceConfiguration.currentExecutable)
        .resolvingSymlinksInPath()
    /// Seconds by the clock after which it is ended.
    var patience = 180

    /// Unpacks into a folder that is there. Waits for the process: not for Swift's shared pool.
    func unpack(
        _ path: String, name: String, into folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        let process = Process()
        process.executableURL = executable
        process.arguments = [UnpackWorker.hiddenArgument, path, name, folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        do { try process.run() } catch { throw .system(errno: ENOENT) }
        if ended.wait(timeout: .now() + .seconds(patience)) == .timedOut {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
            throw .timedOut(seconds: patience)
        }
        return try Self.answer(process, folder)
    }

    private static func answer(
        _ process: Process, _ folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        let status = process.terminationStatus
        if process.terminationReason == .uncaughtSignal {
            if status == SIGXCPU { throw .timedOut(seconds: Int(UnpackWorker.timeLimit)) }
            throw .ended(signal: status, status: 0)
        }
        guard status == 0,
            let data = try? Data(contentsOf: folder.appending(path: UnpackWorker.answerName)),
            let answer = try? JSONDecoder().decode(UnpackWorker.Answer.self, from: data)
        else { throw .ended(signal: nil, status: status) }
        if let fault = answer.fault { throw fault }
        return answer.files
    }
}
