import CSystem
import Containers
import Foundation
import Values

/// The child process that unpacks a container: this program started again, since it reads what
/// strangers wrote. It writes what it found to the folder that it unpacks to.
enum UnpackWorker {
    /// The first argument that makes a start of the program such a process; then come the path of
    /// the container, its name and the folder.
    static let hiddenArgument = "--unpack-worker"

    /// The file of the answer in the folder; unpacked files have other names.
    static let answerName = "answer.json"

    /// What came of it.
    struct Answer: Codable {
        var files: [UnpackedFile] = []
        var fault: ContainerFault?
    }

    /// Address space; what is larger is not held in memory.
    private static let memoryLimit: UInt64 = 2 << 30
    /// Seconds of processor time.
    static let timeLimit: UInt64 = 120

    /// Unpacks and gives the exit status: 0 where there is an answer, be it a fault.
    static func childMain(_ arguments: [String]) -> Int32 {
        guard arguments.count == 5 else { return 64 }
        csystem_process_close_from(3)
        SignalName.endAtFaults()
        guard csystem_process_limit_memory(memoryLimit) == 0,
            csystem_process_limit_time(timeLimit) == 0
        else { return 70 }
        let folder = URL(filePath: arguments[4], directoryHint: .isDirectory)
        var answer = Answer()
        do throws(ContainerFault) {
            var limits = UnpackLimits()
            limits.partBytes = 512 << 20
            answer.files = try Unpacker(limits: limits).unpack(
                arguments[2], name: arguments[3], into: folder)
        } catch {
            answer.fault = error
        }
        do {
            try JSONEncoder().encode(answer).write(to: folder.appending(path: answerName))
            return 0
        } catch {
            return 74
        }
    }
}
