/// How each signal follows from its own past and that of a few others, learned on usual rows.
///
/// An autoregression with inputs (ARX) for each signal; its inputs are chosen one after another by
/// how much better the one half of the usual rows predicts the other with it. What a signal does
/// beyond its relation is its innovation: a fault changes the innovation where it acts, whereas
/// signals that only follow keep to their relations.
struct SignalRelations: Sendable {
    /// By signal, itself and then its sources, each after those that help more.
    let sources: [[Int]]
    private let signals: CauseSignals
    private let bank: LagBank
    private let halves: (LagMoments, LagMoments)
    private let whole: LagMoments

    private static let mostSources = 5
    /// Share of the mean square error that a further source must take away on unseen rows.
    private static let leastGain = 0.005

    /// - Complexity: O(rows · signals² + signals² · sources⁴).
    init(_ signals: CauseSignals) {
        let bank = LagBank(signals.columns)
        let middle = signals.usual.upperBound / 2
        let halves = (
            LagMoments(bank, signals.columns, rows: LagBank.settled..<middle),
            LagMoments(bank, signals.columns, rows: middle..<signals.usual.upperBound)
        )
        self.signals = signals
        self.bank = bank
        self.halves = halves
        whole = LagMoments(halves.0, halves.1)
        sources = Concurrent.map(signals.columns.count) { Self.sources(of: $0, halves) }
    }

    /// Each row of a signal less what its relation predicts.
    ///
    /// Usual rows are predicted by the relation fitted to the other half of them, so that they are
    /// as unseen as later rows are.
    ///
    /// - Parameter absent: A source that the relation may not use.
    /// - Complexity: O(rows · sources).
    func innovations(of signal: Int, without absent: Int? = nil) -> [Double] {
        let places = LagBank.places(sources[signal].filter { $0 != absent })
        let end = signals.usual.upperBound
        let parts = [
            (halves.1, 0..<end / 2), (halves.0, end / 2..<end), (whole, end..<signals.rowCount),
        ]
        let predicted = parts.flatMap { moments, rows in
            LagRegression(of: signal, on: places, moments).values(bank, rows: rows)
        }
        return zip(signals.columns[signal], predicted).map { $0 - $1 }
    }

    /// What a source adds to the predictions of a signal in some rows.
    ///
    /// - Complexity: O(rows + sources³).
    func contribution(of source: Int, to signal: Int, rows: Range<Int>) -> [Double] {
        let model = LagRegression(of: signal, on: LagBank.places(sources[signal]), whole)
        let own = LagBank.places(source)
        var sums = [Double](repeating: 0, count: rows.count)
        for (column, weight) in zip(model.columns, model.weights) where own.contains(column) {
            for row in rows { sums[row - rows.lowerBound] += weight * bank.columns[column][row] }
        }
        return sums
    }

    private static func sources(of signal: Int, _ halves: (LagMoments, LagMoments)) -> [Int] {
        var chosen = [signal]
        var error = unseenError(of: signal, chosen, halves)
        while chosen.count <= mostSources {
            let candidates = halves.0.means.indices.filter { !chosen.contains($0) }
            let errors = candidates.map { unseenError(of: signal, chosen + [$0], halves) }
            guard let place = errors.indices.min(by: { errors[$0] < errors[$1] }),
                errors[place] < error * (1 - leastGain)
            else { break }
            error = errors[place]
            chosen.append(candidates[place])
        }
        return chosen
    }

    private static func unseenError(
        of signal: Int, _ sources: [Int], _ halves: (LagMoments, LagMoments)
    ) -> Double {
        let places = LagBank.places(sources)
        let ways = [(halves.0, halves.1), (halves.1, halves.0)]
        return ways.reduce(0) { sum, way in
            sum + LagRegression(of: signal, on: places, way.0).error(of: signal, way.1)
        }
    }
}
