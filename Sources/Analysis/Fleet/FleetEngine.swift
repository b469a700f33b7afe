import Values

/// Finds the troubles that the readings of a fleet show: what moved at which devices, since when
/// and until when.
///
/// Devices that report the same signals are peers. A signal's usual course is what the peers do at
/// the same time, or its own cycle in a group of fewer than five, and what the other signals of the
/// device lead to expect; all is learnt robustly, with hindsight over the whole record. What is
/// left is scanned by windows of all lengths for another level, for swings and for noise. The
/// limits are those that healthy devices do not reach, so that about one fleet in twenty has a
/// false alarm of a kind. The strongest trouble of a device is found first, and what it explains is
/// left out when the next one is looked for.
public struct FleetEngine: Sendable {
    private let readings: FleetReadings
    private let work: [FleetWork]
    private let settings: FleetSettings

    /// Devices that show what all of a group do at once.
    private static let sample = 60

    /// - Parameter work: Sensors replaced: a level of their signal that changed then is a remark,
    ///   no trouble.
    public init(
        _ readings: FleetReadings, work: [FleetWork] = [], settings: FleetSettings = .init()
    ) {
        self.readings = readings
        self.work = work
        self.settings = settings
    }

    /// All troubles and remarks, the gravest first, of equally grave ones the latest; none for
    /// fewer than 30 slots.
    ///
    /// - Complexity: O(values). Deterministic, whatever the number of cores.
    public func episodes() -> [FleetEpisode] {
        guard readings.slotCount >= 30 else { return [] }
        let groups = FleetGroup.groups(of: readings)
        var troubles = groups.flatMap { self.troubles(of: $0) }
        for place in troubles.indices where isWork(troubles[place]) {
            troubles[place].isRemark = true
        }
        let (common, single) = CommonCause(readings: readings).split(troubles)
        let shared = groups.flatMap { self.sharedSteps(of: $0) }
        return (common + single.map { episode($0) } + shared).sorted {
            $0.severity != $1.severity ? $0.severity > $1.severity : $0.from > $1.from
        }
    }

    private func troubles(of group: FleetGroup) -> [DeviceTrouble] {
        let (model, cases) = GroupModel.learnt(readings, group: group, settings: settings)
        let results = Concurrent.map(group.devices.count) { place in
            let device =
                cases[place]
                ?? DeviceCase(
                    place: place,
                    table: DeviceTable(
                        readings.devices[group.devices[place]], signals: group.signals,
                        slotCount: group.slotCount),
                    model: model.usual, runs: model.runs)
            var search = DeviceSearch(model, device)
            return search.run()
        }
        let found = results.flatMap(\.troubles) + apart(results.map(\.offsets), model)
        return found.map { trouble in
            var trouble = trouble
            trouble.device = group.devices[trouble.device]
            trouble.signal = group.signals[trouble.signal]
            return trouble
        }
    }

    private func apart(_ offsets: [[DeviceOffset]], _ model: GroupModel) -> [DeviceTrouble] {
        model.usual.targets.flatMap { signal -> [DeviceTrouble] in
            guard let scale = model.signals[signal]?.scale else { return [] }
            let noise = scale.typical * scale.usualCourse
            let spread = 0.5 * model.usual.spreads[signal]
            var devices = ApartDevices(
                offsets.map { $0[signal] },
                unit: (noise * noise + spread * spread).squareRoot(),
                tests: model.usual.targets.count, settings: settings)
            return devices.furthest().map { device, score in
                DeviceTrouble(
                    device: device, signal: signal, slots: 0..<readings.slotCount, kind: .apart,
                    weight: min(6, score / 1.3), score: score)
            }
        }
    }

    /// What all devices of a group did at once, by a sample of them.
    private func sharedSteps(of group: FleetGroup) -> [FleetEpisode] {
        let step = max(1, group.devices.count / Self.sample)
        let devices = stride(from: 0, to: group.devices.count, by: step).map { group.devices[$0] }
        guard devices.count >= 2 else { return [] }
        let tables = devices.map { device in
            DeviceTable(
                readings.devices[device], signals: group.signals, slotCount: group.slotCount)
        }
        return group.signals.indices.compactMap { place in
            let (signal, rows) = (group.signals[place], tables.map { $0.rows[place] })
            guard SignalSort(rows, declared: readings.signals[signal]) == .gauge,
                let found = SharedStep(rows, group: group)
            else { return nil }
            return FleetEpisode(
                devices: group.devices, signals: [signal], from: found.slot, to: nil, kind: .step,
                severity: EpisodeSeverity.shared, actual: found.after, expected: found.before)
        }
    }

    /// Whether the signal's sensor was replaced when its level changed, within a hundredth of the
    /// record.
    private func isWork(_ trouble: DeviceTrouble) -> Bool {
        guard [.step, .drift, .efficiency].contains(trouble.kind) else { return false }
        let margin = max(2, readings.slotCount / 100)
        return work.contains {
            $0.device == trouble.device && $0.signal == trouble.signal
                && abs($0.slot - trouble.slots.lowerBound) <= margin
        }
    }

    private func episode(_ trouble: DeviceTrouble) -> FleetEpisode {
        let isOpen = readings.isOpen(trouble.slots)
        return FleetEpisode(
            devices: [trouble.device], signals: [trouble.signal], from: trouble.slots.lowerBound,
            to: isOpen ? nil : trouble.slots.upperBound, kind: trouble.kind,
            severity: severity(trouble, isOpen: isOpen),
            actual: trouble.actual, expected: trouble.expected)
    }

    private func severity(_ trouble: DeviceTrouble, isOpen: Bool) -> Double {
        if trouble.isRemark { return EpisodeSeverity.remark }
        if trouble.kind == .apart { return EpisodeSeverity.apart(distance: trouble.score) }
        return EpisodeSeverity.of(
            strength: EpisodeSeverity.strength(size: trouble.weight), isOpen: isOpen, devices: 1)
    }
}
