import Values

/// What is known of one device while its troubles are looked for.
struct DeviceCase: Sendable {
    let place: Int
    let table: DeviceTable
    /// By signal, the slots that a trouble already explains.
    var isExplained: [[Bool]]
    /// By signal, how it differs from its peers or its cycle; empty for a signal that explains no
    /// other.
    var deviations: [[Double]] = []
    /// Signals in which a trouble was found: they explain no others any more.
    var faulty: Set<Int> = []
    var troubles: [DeviceTrouble] = []

    /// Finds values that stand still and dead sensors at once; the deviations then leave them out.
    ///
    ///   - runs: By signal, the longest runs of equal values of the peers.
    /// - Complexity: O(values), and a regression per signal.
    init(place: Int, table: DeviceTable, model: UsualModel, runs: [[StandingValues.Longest]]) {
        self.place = place
        self.table = table
        isExplained = table.rows.map { $0.map { _ in false } }
        for signal in model.sorts.indices where model.sorts[signal] != .none {
            if model.sorts[signal] == .gauge,
                let stretch = StandingValues(
                    peers: runs[signal], slotCount: model.group.slotCount
                ).stretch(table.rows[signal], device: place)
            {
                explain(signal, stretch, .frozen)
            }
            if let stretch = DeadSensor.stretch(table.rows[signal], isPresent: table.isPresent) {
                explain(signal, stretch, .sensorDead)
            }
        }
        deviations = table.rows.map { _ in [] }
        for signal in model.explaining { update(signal, model) }
    }

    /// Works out the deviations of a signal anew, leaving out what is explained.
    mutating func update(_ signal: Int, _ model: UsualModel) {
        deviations[signal] = model.deviation(
            signal, of: table.rows[signal], device: place, isExplained: isExplained[signal])
    }

    /// What the other signals do not explain of a deviation.
    func residual(_ signal: Int, _ model: UsualModel) -> [Double] {
        model.residual(
            signal, table: table, deviations: deviations, isExplained: isExplained,
            without: faulty)
    }

    private mutating func explain(_ signal: Int, _ stretch: Range<Int>, _ kind: EpisodeKind) {
        for slot in stretch { isExplained[signal][slot] = true }
        // As plain as a clear change: nothing is known of the signal meanwhile.
        troubles.append(
            DeviceTrouble(
                device: place, signal: signal, slots: stretch, kind: kind,
                weight: 3.5, score: 8))
    }
}
