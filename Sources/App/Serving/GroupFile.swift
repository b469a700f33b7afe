import Foundation
import Reports

/// Keeps the groups of each set's units as `groups.json`. A file that cannot be written only costs
/// the next comparison.
struct GroupFile: GroupKeeper {
    private let file: SetFile<GroupMemory>

    /// - Parameter folder: the one with a folder for each set.
    init(folder: URL, log: Log) { file = SetFile("groups.json", folder: folder, log: log) }

    func memory(of set: String) -> GroupMemory? { file.value(of: set) }

    func keep(_ memory: GroupMemory, of set: String) { file.keep(memory, of: set) }

    func forget(_ set: String) { file.forget(set) }
}
