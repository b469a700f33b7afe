import Foundation

/// How often the system has killed a process for want of memory: in this program's control group
/// where there is one, else on the whole machine.
enum MemoryKills {
    /// The count so far; 0 where the system does not tell.
    static var now: Int {
        for path in paths(groups: text("/proc/self/cgroup")) {
            if let count = count(in: text(path)) { return count }
        }
        return 0
    }

    /// The files that may tell it, those of the narrowest scope first.
    ///
    /// - Parameter groups: the text of `/proc/self/cgroup`: a line `0::/path` for version 2 of
    ///   control groups, `5:memory:/path` for version 1.
    static func paths(groups: String) -> [String] {
        var paths: [String] = []
        for line in groups.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            if parts[0] == "0", parts[1].isEmpty {
                paths.append("/sys/fs/cgroup\(parts[2])/memory.events")
            } else if parts[1].split(separator: ",").contains("memory") {
                paths.append("/sys/fs/cgroup/memory\(parts[2])/memory.oom_control")
            }
        }
        return paths + ["/proc/vmstat"]
    }

    /// The number in a line `oom_kill 3`; `nil` without one.
    static func count(in text: String) -> Int? {
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 2, words[0] == "oom_kill" { return Int(words[1]) }
        }
        return nil
    }

    private static func text(_ path: String) -> String {
        (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    }
}
