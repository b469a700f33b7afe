import CSystem

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The child process that loads and runs models: this same program, started with a hidden first
/// argument. Models are programs, and a bad one can end or hang the process it is loaded in.
///
/// `main` begins with
/// ```swift
/// if CommandLine.arguments.dropFirst().first == InferenceWorker.hiddenArgument {
///     exit(InferenceWorker.childMain(CommandLine.arguments))
/// }
/// ```
public enum InferenceWorker {
    /// The first argument that makes the program start as a worker.
    public static let hiddenArgument = "--inference-worker"

    /// Serves requests from standard input until it ends; returns the exit status, 0 or one of
    /// sysexits.h.
    ///
    /// Memory, core files and processor time are limited before any library is opened; descriptors
    /// beyond the standard ones are closed. Whatever else is written to standard output goes to
    /// standard error, so that it cannot be taken for an answer.
    ///
    /// - Parameter arguments: The program's arguments; the third is the memory limit in bytes, the
    ///   fourth the size of the shared memory.
    public static func childMain(_ arguments: [String]) -> Int32 {
        let shared = SharedMemory(
            inheritedBytes: arguments.dropFirst(3).first.flatMap { Int($0) } ?? 0)
        csystem_process_close_from(3)
        // A crash is to end the process at once: without the backtrace that Swift may be set to.
        for number in [SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGFPE, SIGTRAP] {
            _ = signal(number, SIG_DFL)
        }
        let answers = dup(STDOUT_FILENO)
        guard answers >= 0, dup2(STDERR_FILENO, STDOUT_FILENO) >= 0,
            let limit = arguments.dropFirst(2).first.flatMap({ UInt64($0) }),
            csystem_process_limit_memory(limit) == 0
        else { return 70 }
        var jobs = WorkerJobs(shared: shared)
        while let message = readMessage() {
            guard let request = try? WorkerRequest(bytes: message) else { return 65 }
            // Rows are run by several threads, each of which may use that time.
            let threads = UInt64(OnnxSession.rowThreads)
            _ = csystem_process_limit_time(request.seconds * threads)
            var answer = jobs.perform(request.job).bytes
            if answer.count > WorkerMessage.maximumLength {
                answer = WorkerResponse.unreadable("\(answer.count) bytes").bytes
            }
            guard writeAll(WorkerMessage.header(answer.count) + answer, to: answers) else {
                return 74
            }
        }
        return 0
    }

    private static func readMessage() -> [UInt8]? {
        guard let header = readExactly(WorkerMessage.headerLength),
            let length = WorkerMessage.length(header)
        else { return nil }
        return readExactly(length)
    }

    private static func readExactly(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = WorkerCalls.read(STDIN_FILENO, into: &bytes, from: filled)
            if got == -Int(EINTR) { continue }
            guard got > 0 else { return nil }
            filled += got
        }
        return bytes
    }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = WorkerCalls.write(rest, to: descriptor)
            if written == -Int(EINTR) { continue }
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    }
}
