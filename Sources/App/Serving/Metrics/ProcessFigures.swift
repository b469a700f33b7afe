import Foundation
import HTTP

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the system says of this process, where it shows that as files.
enum ProcessFigures {
    /// Memory that is in use now; nil where the system does not tell.
    static var residentBytes: Int? {
        ServingThread.mayBlock("statm")
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else {
            return nil
        }
        let words = text.split(separator: " ")
        return words.count > 1 ? Int(words[1]).map { $0 * sysconf(Int32(_SC_PAGESIZE)) } : nil
    }

    /// Files, sockets and pipes that are open; nil where that cannot be seen.
    static var openDescriptors: Int? {
        ServingThread.mayBlock("descriptors")
        return try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count
    }
}
