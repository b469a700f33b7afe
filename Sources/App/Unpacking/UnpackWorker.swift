import CSystem
import Containers
import Foundation
import Values

/// The child process that unpacks a container: this program again, since containers may be made to
/// do harm. It writes its answer into the folder into which it unpacks.
enum UnpackWorker {
    /// The first argument of such a process; the path of the container, its name and the folder
    /// follow, and `keepsAll` where all files of an archive are wanted.
    static let hiddenArgument = "--unpack-worker"

    /// The file of the answer; unpacked files have other names.
    static let answerName = "answer.json"

    /// The unpacked files, or why there are none.
    struct Answer: Codable {
        var files: [UnpackedFile] = []
        var fault: ContainerFault?
    }

    /// Bytes of address space.
    private static let memoryLimit: UInt64 = 2 << 30
    /// Seconds of processor time.
    static let timeLimit: UInt64 = 120
    /// The same for an archive of a data set.
    static let longTimeLimit: UInt64 = 3_600

    /// The last argument where all files of an archive are wanted.
    static let keepsAll = "--all"

    /// Unpacks and gives the exit status: 0 where an answer was written, be it a fault.
    static func childMain(_ arguments: [String]) -> Int32 {
        let isSet = arguments.last == keepsAll
        guard arguments.count == (isSet ? 6 : 5) else { return 64 }
        csystem_process_close_from(3)
        SignalName.endAtFaults()
        guard csystem_process_limit_memory(memoryLimit) == 0,
            csystem_process_limit_time(isSet ? longTimeLimit : timeLimit) == 0
        else { return 70 }
        let folder = URL(filePath: arguments[4], directoryHint: .isDirectory)
        var answer = Answer()
        do throws(ContainerFault) {
            answer.files =
                isSet
                ? try Unpacker(limits: .sets(free: freeBytes(folder))).unpackAll(
                    arguments[2], into: folder)
                : try Unpacker(limits: tableLimits).unpack(
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

    private static var tableLimits: UnpackLimits {
        var limits = UnpackLimits()
        limits.partBytes = 512 << 20
        return limits
    }

    private static func freeBytes(_ folder: URL) -> Int {
        let values = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
        return (values?[.systemFreeSize] as? NSNumber)?.intValue ?? 0
    }
}
