public import Values

extension ClusterReport {
    /// Units that changed their group since the previous load.
    public struct Moves: Sendable, Hashable {
        /// One unit that changed its group.
        public struct Move: Sendable, Hashable {
            /// The unit's name.
            public var name: String
            /// The device, where the unit is one or belongs to one.
            public var device: DeviceRef?
            /// The old group, as the new one that replaced it; `nil` = none, or a group that no
            /// longer exists.
            public var from: Int?
            /// The new group; `nil` = in no group.
            public var to: Int?

            /// `from` and `to` are indices of the new groups; `nil` = in none.
            public init(name: String, device: DeviceRef?, from: Int?, to: Int?) {
                self.name = name
                self.device = device
                self.from = from
                self.to = to
            }
        }

        /// Units that changed their group, in the order of the members.
        public var moved: [Move]
        /// Units that both loads have.
        public var compared: Int
        /// Units that the previous load did not have.
        public var new: Int

        /// `compared` units are in both loads, `new` only in the latter.
        public init(moved: [Move], compared: Int, new: Int) {
            self.moved = moved
            self.compared = compared
            self.new = new
        }

        /// Compares a report with an earlier load of the data set; `nil` unless both have groups of
        /// the same kind of unit, and those of the report are stable.
        ///
        /// Groups have no names of their own: each old one is identified with the new one that
        /// shares most members with it, the pairs with most in common first.
        public init?(from old: GroupMemory.Load, to new: ClusterReport) {
            guard new.verdict == .groups || new.verdict == .partial, !new.groups.isEmpty,
                old.unit == "\(new.unit)"
            else {
                return nil
            }
            let before = old.groups.mapValues { $0 < 0 ? nil : $0 }
            let known = new.members.filter { before.keys.contains($0.name) }
            var joint: [[Int]: Int] = [:]
            for member in known {
                guard let now = member.group, let then = before[member.name] ?? nil else {
                    continue
                }
                joint[[then, now], default: 0] += 1
            }
            var names: [Int: Int] = [:]
            let pairs = joint.sorted {
                ($1.value, $0.key[0], $0.key[1]) < ($0.value, $1.key[0], $1.key[1])
            }
            for pair in pairs.map(\.key)
            where names[pair[0]] == nil && !names.values.contains(pair[1]) {
                names[pair[0]] = pair[1]
            }
            moved = known.compactMap { member in
                let then = before[member.name] ?? nil
                let name = then.flatMap { names[$0] }
                guard name != member.group || (then != nil && name == nil) else { return nil }
                return Move(name: member.name, device: member.device, from: name, to: member.group)
            }
            compared = known.count
            self.new = new.members.count - known.count
        }
    }
}
