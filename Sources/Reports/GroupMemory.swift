/// Which unit was in which group at the last two loads of a data set, so that moves between groups
/// are known even after a restart.
public struct GroupMemory: Sendable, Hashable, Codable {
    /// The groups that one load of a data set gave.
    public struct Load: Sendable, Hashable, Codable {
        /// Hash of the files that were read.
        public var data: String
        /// A text that names the kind of unit; loads compare only where it is equal.
        public var unit: String
        /// Index of each unit's group by the unit's name; −1 = in none.
        public var groups: [String: Int]

        package init(data: String, unit: String, groups: [String: Int]) {
            self.data = data
            self.unit = unit
            self.groups = groups
        }
    }

    /// The load that is shown.
    public var latest: Load
    /// The previous load with other data; nil where there was none.
    public var earlier: Load?

    /// The memory after a load; `before`, unchanged, where the report has no stable groups, since
    /// those that come and go say nothing.
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

    package init(latest: Load, earlier: Load? = nil) {
        self.latest = latest
        self.earlier = earlier
    }
}

/// Keeps the memory of groups between runs of the program.
public protocol GroupKeeper: Sendable {
    /// The memory kept of a set; `nil` where there is none, or it cannot be read.
    func memory(of set: String) -> GroupMemory?
    /// Replaces the memory kept of a set.
    func keep(_ memory: GroupMemory, of set: String)
    /// Drops the memory of a deleted set.
    func forget(_ set: String)
}

extension GroupKeeper {
    /// Adds the moves since other data were loaded to the report, and keeps its groups for next
    /// time.
    package func addMoves(_ set: String, _ data: String, to report: inout ClusterReport) {
        let before = memory(of: set)
        guard let now = GroupMemory.after(report, data: data, before: before) else { return }
        report.moves = now.earlier.flatMap { ClusterReport.Moves(from: $0, to: report) }
        if now != before { keep(now, of: set) }
    }
}
