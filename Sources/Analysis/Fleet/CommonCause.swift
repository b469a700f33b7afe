import Values

/// Findings of several devices that one cause explains: they share an attribute's value, began at
/// about the same time, and too few other devices show the same.
struct CommonCause: Sendable {
    let readings: FleetReadings

    private static let fewest = 3
    /// Share of the devices with a value that must be concerned, at least `fewest` of them.
    private static let share = 0.4
    /// Share of the members above which all of them count as concerned.
    private static let wholeShare = 0.55
    /// As many devices must be less likely than this to share the value by chance.
    private static let chance = 0.006_7
    private static let kinds: Set<EpisodeKind> = [
        .step, .drift, .event, .efficiency, .phase, .variance, .decoupled,
    ]

    /// Episodes that several devices have in common, and the troubles that are left over.
    func split(_ troubles: [DeviceTrouble]) -> (common: [FleetEpisode], single: [DeviceTrouble]) {
        var common: [FleetEpisode] = []
        var isUsed = troubles.map { _ in false }
        for signal in readings.signals.indices {
            let own = troubles.indices.filter {
                troubles[$0].signal == signal && !troubles[$0].isRemark
                    && Self.kinds.contains(troubles[$0].kind)
            }
            guard own.count >= Self.fewest else { continue }
            for (attribute, value, members) in values() {
                let free = own.filter { !isUsed[$0] && members.contains(troubles[$0].device) }
                let others = own.filter { !members.contains(troubles[$0].device) }
                guard let near = near(free, others, troubles, members: members.count) else {
                    continue
                }
                let devices = Set(near.map { troubles[$0].device })
                for place in free where devices.contains(troubles[place].device) {
                    isUsed[place] = true
                }
                common.append(
                    episode(
                        near.map { troubles[$0] }, members.sorted(), (attribute, value), signal))
            }
        }
        return (common, troubles.indices.filter { !isUsed[$0] }.map { troubles[$0] })
    }

    private func values() -> [(attribute: Int, value: String, members: Set<Int>)] {
        readings.attributeNames.indices.flatMap { attribute in
            let devices = readings.devices.indices.filter {
                readings.devices[$0].attributes.indices.contains(attribute)
                    && readings.devices[$0].attributes[attribute] != nil
            }
            let byValue = Dictionary(grouping: devices) {
                readings.devices[$0].attributes[attribute] ?? ""
            }
            return byValue.filter {
                $0.value.count >= Self.fewest && $0.value.count < readings.devices.count
            }.sorted { $0.key < $1.key }.map { (attribute, $0.key, Set($0.value)) }
        }
    }

    /// The troubles that began at about the same time; nil unless they are many and others few.
    private func near(
        _ own: [Int], _ others: [Int], _ troubles: [DeviceTrouble], members: Int
    ) -> [Int]? {
        let needed = max(Double(Self.fewest), Self.share * Double(members))
        guard Double(own.count) >= needed else { return nil }
        let begins = own.map { Double(troubles[$0].slots.lowerBound) }
        let middle = OrderStatistics.median(of: begins)
        let slots = Double(readings.slotCount)
        let isNear = { (place: Int, part: Double) in
            abs(Double(troubles[place].slots.lowerBound) - middle) <= max(4, part * slots)
        }
        let near = own.filter { isNear($0, 0.15) }
        let devices = Set(near.map { troubles[$0].device }).count
        let elsewhere = Set(others.filter { isNear($0, 0.1) }.map { troubles[$0].device }).count
        guard Double(devices) >= needed else { return nil }
        let tail = Hypergeometric(
            population: readings.devices.count, marked: members, drawn: devices + elsewhere
        ).upperTail(devices)
        return tail < Self.chance ? near : nil
    }

    private func episode(
        _ near: [DeviceTrouble], _ members: [Int], _ group: (attribute: Int, value: String),
        _ signal: Int
    ) -> FleetEpisode {
        let isOpen = 2 * near.count { readings.isOpen($0.slots) } > near.count
        let begin = OrderStatistics.median(of: near.map { Double($0.slots.lowerBound) })
        let end = OrderStatistics.median(of: near.map { Double($0.slots.upperBound) })
        let weight = OrderStatistics.median(of: near.map(\.weight))
        let kinds = Dictionary(grouping: near, by: \.kind)
        let kind = kinds.max {
            ($0.value.count, $1.key.rawValue) < ($1.value.count, $0.key.rawValue)
        }?.key
        let actual = near.compactMap(\.actual)
        let expected = near.compactMap(\.expected)
        // Where about half of the members show it the cause is not what they all share.
        let showing = Set(near.map(\.device)).sorted()
        let isWhole = Double(showing.count) > Self.wholeShare * Double(members.count)
        return FleetEpisode(
            devices: isWhole ? members : showing, group: isWhole ? group : nil, signals: [signal],
            from: Int(clamping: begin),
            to: isOpen ? nil : Int(clamping: end), kind: kind ?? .step,
            severity: EpisodeSeverity.of(
                strength: EpisodeSeverity.strength(size: weight), isOpen: isOpen,
                devices: members.count),
            actual: actual.isEmpty ? nil : OrderStatistics.median(of: actual),
            expected: expected.isEmpty ? nil : OrderStatistics.median(of: expected))
    }
}

/// Draws without replacement from a population of which some are marked.
struct Hypergeometric: Sendable {
    let population: Int
    let marked: Int
    let drawn: Int

    /// The probability of at least `count` marked ones. O(drawn).
    func upperTail(_ count: Int) -> Double {
        let most = min(drawn, marked)
        guard count <= most else { return 0 }
        let all = Self.logChoose(population, drawn)
        return (max(count, drawn + marked - population, 0)...most).reduce(0) { sum, k in
            let log = Self.logChoose(marked, k) + Self.logChoose(population - marked, drawn - k)
            return sum + ElementaryFunctions.exponential(log - all)
        }
    }

    private static func logChoose(_ n: Int, _ k: Int) -> Double {
        guard k >= 0, k <= n else { return -.infinity }
        return SpecialFunctions.logGamma(Double(n + 1)) - SpecialFunctions.logGamma(Double(k + 1))
            - SpecialFunctions.logGamma(Double(n - k + 1))
    }
}
