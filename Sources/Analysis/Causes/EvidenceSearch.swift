/// Gathers the evidence for each signal of a plant.
struct EvidenceSearch: Sendable {
    let signals: CauseSignals
    let relations: SignalRelations
    let grid: BlockGrid
    /// By signal, its rows less what its relation predicts.
    let innovations: [[Double]]
    /// By signal, how far means of the signal and of its innovations lie from usual ones.
    let moved: [BlockShifts]
    let broke: [BlockShifts]
    /// The block in which the fault seems to begin, and the first one that is looked at.
    let onset: Int
    let firstBlock: Int

    /// Blocks of the shorter of the two looks at the end.
    private static let lately = 4

    /// - Parameter since: The fault did not begin before this row of the input.
    init(_ signals: CauseSignals, _ grid: BlockGrid, since: Int = 0) {
        let relations = SignalRelations(signals)
        let innovations = Concurrent.map(signals.columns.count) { relations.innovations(of: $0) }
        self.signals = signals
        self.relations = relations
        self.grid = grid
        self.innovations = innovations
        moved = signals.columns.map { BlockShifts(grid.means($0), grid) }
        broke = innovations.map { BlockShifts(grid.means($0), grid) }
        onset = FaultOnset.block(broke, grid, since: grid.block(signals.row(since)))
        firstBlock = FaultOnset.firstBlock(onset, grid)
    }

    /// The evidence of each signal, in their order.
    ///
    /// - Complexity: O(rows · signals · (signals + sources²)).
    func evidence() -> [CauseEvidence] {
        let late = grid.row(onset)..<signals.rowCount
        let usual = 2 * LagBank.settled..<signals.usual.upperBound
        let gains = LoopGains(signals.columns, usual: usual, late: late)
        let rows = RowEvidence(
            usual: usual, late: late, first: grid.row(firstBlock), factor: signals.factor)
        let breaks = broke.map { FaultOnset.excess($0.largest(from: firstBlock)) }
        return Concurrent.map(signals.columns.count) { signal in
            var evidence = rows.evidence(
                signals.columns[signal], innovations[signal], signals.runs[signal])
            add(moved[signal], broke[signal], to: &evidence)
            evidence.heals = healed(without: signal, breaks)
            evidence.unheeded = ElementaryFunctions.logarithm(
                onePlus: LostResponse(search: self, usual: usual, late: late).strength(of: signal))
            evidence.isOutput = gains.output[signal]
            evidence.isControlled = gains.controlled[signal]
            evidence.follows = ElementaryFunctions.power(gains.follows[signal], 4)
            evidence.sharper = max(0, gains.gainChange[signal]) * gains.output[signal]
            evidence.noisierOutput = evidence.noisier * gains.output[signal]
            return evidence
        }
    }

    private func add(_ own: BlockShifts, _ rest: BlockShifts, to evidence: inout CauseEvidence) {
        let scaled = { ElementaryFunctions.logarithm(onePlus: abs($0)) }
        evidence.moved = scaled(own.largest(from: firstBlock))
        evidence.movedLately = scaled(own.last(Self.lately, from: firstBlock))
        evidence.movedAtEnd = scaled(own.last(from: firstBlock))
        evidence.broke = scaled(rest.largest(from: firstBlock))
        evidence.brokeLately = scaled(rest.last(Self.lately, from: firstBlock))
        evidence.brokeAtEnd = scaled(rest.last(from: firstBlock))
    }

    /// How much less the signals break with their relations if those may not use this one, and its
    /// own relation does not count; of either sign, within ±2.
    private func healed(without signal: Int, _ breaks: [Double]) -> Double {
        var sum = breaks[signal]
        for (other, sources) in relations.sources.enumerated()
        where other != signal && sources.contains(signal) {
            let left = grid.means(relations.innovations(of: other, without: signal))
            let largest = BlockShifts(left, grid).largest(from: firstBlock)
            sum += breaks[other] - FaultOnset.excess(largest)
        }
        return 2 * ElementaryFunctions.hyperbolicTangent(sum / 4)
    }
}
