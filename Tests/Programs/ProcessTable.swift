import Foundation

/// The processes of this machine, where the system shows them as files.
public enum ProcessTable {
    /// Whether it does.
    public static let isThere = FileManager.default.fileExists(atPath: "/proc/self/stat")

    /// The living children of a process; dead ones that nobody has reaped are left out.
    public static func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { process in
            guard let (state, itsParent) = state(of: process) else { return false }
            return itsParent == parent && state != "Z" && state != "X"
        }
    }

    /// Whether a process stands still since it was sent SIGSTOP.
    public static func isStopped(_ process: Int32) -> Bool { state(of: process)?.state == "T" }

    /// Whether a process is there and not dead, reaped or not.
    public static func isAlive(_ process: Int32) -> Bool {
        state(of: process).map { $0.state != "Z" && $0.state != "X" } ?? false
    }

    /// Memory in kilobytes that a process shares with no other.
    public static func privateMemory(of process: Int32) -> Int? {
        guard
            let text = try? String(contentsOfFile: "/proc/\(process)/smaps_rollup", encoding: .utf8)
        else { return nil }
        return text.split(separator: "\n").reduce(0) { sum, line in
            let words = line.split(separator: " ")
            guard ["Private_Clean:", "Private_Dirty:"].contains(words.first), words.count > 1 else {
                return sum
            }
            return sum + (Int(words[1]) ?? 0)
        }
    }

    /// State and parent, which stand behind the name; the name may hold anything.
    private static func state(of process: Int32) -> (state: Substring, parent: Int32?)? {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let name = text.lastIndex(of: ")")
        else { return nil }
        let words = text[text.index(after: name)...].split(separator: " ")
        return words.count > 1 ? (words[0], Int32(words[1])) : nil
    }
}
