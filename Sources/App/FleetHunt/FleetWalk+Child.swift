import Foundation

extension FleetWalk {
    /// The first argument that makes the program a walk; the second is the folder.
    static let hiddenArgument = "--fleet-walk"

    /// A further argument: crashes write a backtrace, if the environment asks for one.
    static let traceArgument = "--trace"

    /// A further argument: answers are kept in `answers`, named by the number of their step.
    static let keepArgument = "--keep"

    /// Bytes of address space, more than any fleet of the hunt may take.
    private static let memoryLimit = 6 << 30

    /// Walks through the files of a folder, writes `WalkEvent`s to standard output, and gives the
    /// exit status.
    static func childMain(_ arguments: [String]) async -> Int32 {
        guard arguments.count >= 3 else { return 2 }
        if arguments.last != traceArgument { SignalName.endAtFaults() }
        Usage.limitMemory(rlim_t(memoryLimit))
        do {
            let folder = URL(filePath: arguments[2], directoryHint: .isDirectory)
            let answers =
                arguments.last == keepArgument ? try emptyFolder("answers", in: folder) : nil
            let diary = WalkDiary(answers: answers) {
                // Unbuffered, so that the last line tells where a process died.
                FileHandle.standardOutput.write(Data(($0.line + "\n").utf8))
            }
            try await FleetWalk(folder, diary).run()
            return 0
        } catch {
            print("fleet-walk: \(error)", to: &Output.standardError)
            return 1
        }
    }

    private static func emptyFolder(_ name: String, in folder: URL) throws -> URL {
        let url = folder.appending(path: name)
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }
}
