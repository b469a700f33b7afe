import Containers
import Foundation
import Models
import Values

/// Unpacks a container in a child process.
struct UnpackProcess: Sendable {
    /// The program started; tests start another one.
    var executable = URL(filePath: InferenceConfiguration.currentExecutable)
        .resolvingSymlinksInPath()
    /// Seconds by the clock after which the process is killed.
    var patience = 180

    /// Unpacks into an existing folder. Waits for the process, so not for Swift's shared thread
    /// pool.
    ///
    /// - Parameter keepsAll: all files of an archive are wanted, not only tables.
    func unpack(
        _ path: String, name: String, into folder: URL, keepsAll: Bool = false
    ) throws(ContainerFault) -> [UnpackedFile] {
        let process = Process()
        process.executableURL = executable
        process.arguments =
            [UnpackWorker.hiddenArgument, path, name, folder.path]
            + (keepsAll ? [UnpackWorker.keepsAll] : [])
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
        return try Self.answer(process, folder, keepsAll: keepsAll)
    }

    private static func answer(
        _ process: Process, _ folder: URL, keepsAll: Bool
    ) throws(ContainerFault) -> [UnpackedFile] {
        let status = process.terminationStatus
        if process.terminationReason == .uncaughtSignal {
            if status == SIGXCPU {
                throw .timedOut(
                    seconds: Int(keepsAll ? UnpackWorker.longTimeLimit : UnpackWorker.timeLimit))
            }
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
