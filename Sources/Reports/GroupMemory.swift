/// Which unit was in which group at the last two loads of a data set, so that what moved since is
/// known after a restart as well.
public struct GroupMemory: Sendable, Hashable, Codable {
    /// The groups of one load.
    public struct Load: Sendable, Hashable, Codable {
        /// Hash of what was read.
        public var data: String
        /// What the units are.
        public var unit: String
        /// The group of each unit by its name; -1 = in none.
        public var groups: [String: Int]

        /// The groups of units by their names after data of a hash were read.
        package init(data: String, unit: String, groups: [String: Int]) {
            self.data = data
            self.unit = unit
            self.groups = groups
        }
    }

    /// The load that is shown.
    public var latest: Load
    /// The one before that gave other data.
    public var earlier: Load?

    /// The memory after a load; the one before where it gave no groups to rely on, for those that
    /// come and go say nothing.
    ///
    /// - Complexity: O(members).
    package static func after(
        _ report: ClusterReport, data: String, before: GroupMemory?
    ) -> GroupMemory? {
        guard report.verdict == .groups, !report.groups.isEmpty else { return before }
        let groups = Dictionary(
            report.members.map { ($0.name, $0.group ?? -1) },
            uniquingKeysWith: { first, _ in first })
        let load = Load(data: data, unit: "\(report.unit)", groups: groups)
        // The same data read again, as after a restart, are no news.
        let earlier = before?.latest.data == data ? before?.earlier : before?.latest
        return GroupMemory(latest: load, earlier: earlier)
    }

    /// The groups of the last load and of the one before it with other data.
    package init(latest: Load, earlier: Load? = nil) {
        self.latest = latest
        self.earlier = earlier
    }
}

/// Keeps the memory of groups between runs of the program.
public protocol GroupKeeper: Sendable {
    /// What was kept of a set; `nil` where there is nothing to read.
    func memory(of set: String) -> GroupMemory?
    /// Keeps the memory of a set in place of an older one.
    func keep(_ memory: GroupMemory, of set: String)
    /// Forgets a set that was deleted.
    func forget(_ set: String)
}

extension GroupKeeper {
    /// Says what changed its group since other data were read, and keeps the groups for the next.
    package func addMoves(_ set: String, _ data: String, to report: inout ClusterReport) {
        let before = memory(of: set)
        guard let now = GroupMemory.after(report, data: data, before: before) else { return }
        report.moves = now.earlier.flatMap { ClusterReport.Moves(from: $0, to: report) }
        if now != before { keep(now, of: set) }
    }
}
