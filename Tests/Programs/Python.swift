import Foundation

/// The Python of this machine, for tests that have another program read what ours has written.
public enum Python {
    /// Where `python3` is; `nil` where there is none.
    public static let path: String? = {
        let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/usr/local/bin"
        return folders.split(separator: ":").map { "\($0)/python3" }
            .first(where: FileManager.default.isExecutableFile(atPath:))
    }()

    /// Whether it has openpyxl, which reads workbooks.
    public static let hasOpenpyxl = run("import openpyxl\nprint('yes')", []) == ["yes"]

    /// The lines that a script prints; its arguments are `sys.argv[1:]`. `nil` where it fails.
    public static func run(_ script: String, _ arguments: [String]) -> [String]? {
        guard let path, let child = try? ChildProgram([path, "-c", script] + arguments) else {
            return nil
        }
        guard let lines = child.restOfOutput() else { return nil }
        return child.wait() == 0 ? lines : nil
    }
}
