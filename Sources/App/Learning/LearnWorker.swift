import CSystem
import ClickHouse
import Foundation
import Learning
import Models
import Pipeline
import Telemetry
import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The child process that learns a model: this program again, at low priority, so that pages get
/// the processor first, and so that all its memory is freed when it ends.
///
/// It reads the set anew, writes the model's file, and reports its progress on standard output. It
/// ends when its standard input is closed, which also happens when its parent dies.
enum LearnWorker {
    /// The first argument of such a process; the job in JSON follows.
    static let hiddenArgument = "--learn-worker"

    struct Job: Codable {
        var data: String
        var set: String
        var options: LoadOptions
        var plan: LearningPlan
        /// The path of the model's file.
        var output: String
    }

    /// A line of JSON on standard output.
    enum Line: Codable, Equatable {
        case share(Double)
        case fault(LearningFault)
        case done
    }

    /// Bytes of address space; sets that need more are not learned from.
    private static let memoryLimit: UInt64 = 3 << 30
    /// So that other processes come first.
    private static let niceness: Int32 = 15

    /// Learns and gives the exit status: 0 where a line said how that went.
    static func childMain(_ arguments: [String]) -> Int32 {
        guard arguments.count == 3,
            let job = try? JSONDecoder().decode(Job.self, from: Data(arguments[2].utf8))
        else { return 64 }
        csystem_process_close_from(3)
        SignalName.endAtFaults()
        _ = nice(niceness)
        guard csystem_process_limit_memory(memoryLimit) == 0 else { return 70 }
        Thread.detachNewThread {
            _ = csystem_process_wait_for_byte(0)
            exit(75)
        }
        do {
            try learn(job)
            say(.done)
        } catch ModelError.tooFewRows(let found, let needed) {
            say(.fault(.tooFew(found: found, needed: needed)))
        } catch {
            say(.fault(.failed))
        }
        return 0
    }

    private static func learn(_ job: Job) throws {
        let folder = DatasetFolder(
            root: URL(filePath: job.data, directoryHint: .isDirectory),
            database: ClickHouseTables())
        let loaded = try folder.load(folder.current(job.set), options: job.options)
        let trained = try PredictionTraining(job.plan.task, horizon: job.plan.horizon)
            .train(on: loaded.source) { share in say(.share(share)) }
        let bytes = trained.onnx(also: job.plan.metadata)
        try Data(bytes).write(to: URL(filePath: job.output), options: .atomic)
    }

    private static func say(_ line: Line) {
        guard let data = try? JSONEncoder().encode(line) else { return }
        try? FileHandle.standardOutput.write(contentsOf: data + [0x0A])
    }
}
