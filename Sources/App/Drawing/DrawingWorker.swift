import CSystem
import Foundation
import Printing

/// The child process that draws: this program again, since what it draws holds text of people's
/// files, and the system's libraries read it. It lives for one drawing.
enum DrawingWorker {
    /// The first argument of such a process; the folder of the job follows.
    static let hiddenArgument = "--drawing-worker"

    /// Files in the job's folder.
    static let jobName = "job.json"
    static let resultName = "result"
    static let outcomeName = "outcome.json"

    /// Bytes of address space; fonts are mapped into it.
    private static let memoryLimit: UInt64 = 2 << 30
    /// Seconds of processor time.
    static let timeLimit: UInt64 = 30

    /// Draws and gives the exit status: 0 where an outcome was written, be it a refusal.
    static func childMain(_ arguments: [String]) -> Int32 {
        guard arguments.count == 3 else { return 64 }
        csystem_process_close_from(3)
        SignalName.endAtFaults()
        guard csystem_process_limit_memory(memoryLimit) == 0,
            csystem_process_limit_time(timeLimit) == 0
        else { return 70 }
        let folder = URL(filePath: arguments[2], directoryHint: .isDirectory)
        do {
            let data = try Data(contentsOf: folder.appending(path: jobName))
            let job = try JSONDecoder().decode(DrawingJob.self, from: data)
            let outcome = draw(job, to: folder.appending(path: resultName).path)
            try JSONEncoder().encode(outcome).write(to: folder.appending(path: outcomeName))
            return 0
        } catch {
            return 74
        }
    }

    private static func draw(_ job: DrawingJob, to path: String) -> DrawingJob.Outcome {
        if let file = DrawingLibraries.open(job.use) { return .missing(file: file) }
        let isDone =
            switch job {
            case .image(let svg, let width, let height, let scale):
                DrawingLibraries.png(
                    Array(svg.utf8), width: width, height: height, scale: scale, to: path)
            case .document(let document): DocumentPrinter(document).write(to: path) != nil
            }
        return isDone ? .done : .refused
    }
}
