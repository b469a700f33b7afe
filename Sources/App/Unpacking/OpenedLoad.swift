import Foundation

/// `perfmon load` of files of which some may be containers: tables are read from a temporary
/// folder.
struct OpenedLoad {
    let command: LoadCommand

    /// Gives 1 as exit status where a file or a container could not be used, else 0.
    func run() -> Int32 {
        var opened = OpenedFiles(
            scratch: FileManager.default.temporaryDirectory, process: UnpackProcess())
        defer { opened.remove() }
        for file in command.files {
            opened.add(path: file, name: Self.name(file), bytes: 0, keepsNames: true)
        }
        var command = command
        command.files = opened.tables.map(\.path)
        let status = command.run()
        for refusal in opened.refusals { print(command.failure(refusal.file, refusal.error)) }
        return opened.refusals.isEmpty ? status : 1
    }

    private static func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }
}
