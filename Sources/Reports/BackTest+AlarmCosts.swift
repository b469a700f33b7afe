import Values

/// What a missed failure and a false alarm cost, in whatever unit.
public struct AlarmPrices: Sendable, Hashable {
    /// The price of a failure without an alarm before it: a false negative.
    public var missedFailure = 10.0
    /// The price of an alarm without a failure after it: a false positive.
    public var falseAlarm = 1.0

    /// A missed failure costs as much as ten false alarms.
    public init() {}
}

extension BackTest {
    /// What raises alarms: the model, an alternative to it, or a baseline.
    public enum AlarmSource: Sendable, Hashable, CaseIterable {
        /// The model at its threshold.
        case model
        /// The model at the threshold whose alarms cost least, found with hindsight.
        case cheapest
        /// The kind of model that was tried and not kept.
        case second
        /// Logistic or ridge regression.
        case linear
        /// Any error within the horizon before; for remaining life mean life less age.
        case naive
        /// No alarms at all.
        case never
    }

    /// What the alarms of one source would have cost.
    public struct AlarmCost: Sendable, Hashable {
        /// What raised them.
        public var source: AlarmSource
        /// Rows before a failure with an alarm.
        public var truePositives: Int
        /// Alarms without a failure: false positives.
        public var falseAlarms: Int
        /// The share of the rows with an alarm.
        public var alarmShare: Double
        /// Missed rows and false alarms at their prices.
        public var cost: Double
    }

    /// What each source's alarms would have cost; none where there were no failures to predict.
    public func alarmCosts(at prices: AlarmPrices) -> [AlarmCost] {
        guard let positives, positives > 0, rows > 0, let own = counts(alarms) else { return [] }
        let cost = { (source: AlarmSource, counts: Counts) -> AlarmCost in
            AlarmCost(
                source: source, truePositives: counts.truePositives,
                falseAlarms: counts.falseAlarms, alarmShare: Double(counts.alarms) / Double(rows),
                cost: self.cost(of: counts, positives: positives, at: prices))
        }
        var costs = [cost(.model, own)]
        let points = curve.filter { $0.precision > 0 }.map {
            cost(.cheapest, Counts($0.recall, $0.precision, positives, of: rows))
        }
        if let best = points.min(by: { $0.cost < $1.cost }), best.cost < costs[0].cost {
            costs.append(best)
        }
        let others: [(AlarmSource, Alarms?)] = [
            (.second, second?.alarms), (.linear, linear?.alarms), (.naive, naive),
        ]
        costs += others.compactMap { source, alarms in counts(alarms).map { cost(source, $0) } }
        return costs + [cost(.never, Counts(truePositives: 0, alarms: 0))]
    }

    /// The area under precision over recall of one source; nil where it has none.
    public func averagePrecision(of source: AlarmSource) -> Double? {
        switch source {
        case .model: averagePrecision
        case .second: second?.averagePrecision
        case .linear: linear?.averagePrecision
        case .naive: naiveAveragePrecision
        case .cheapest, .never: nil
        }
    }

    /// Missed failures and false alarms at their prices.
    func cost(of counts: Counts, positives: Int, at prices: AlarmPrices) -> Double {
        Double(positives - counts.truePositives) * prices.missedFailure
            + Double(counts.falseAlarms) * prices.falseAlarm
    }

    /// Files of earlier versions hold shares only.
    private func counts(_ alarms: Alarms?) -> Counts? {
        guard let alarms, let positives else { return nil }
        if let truePositives = alarms.truePositives, let count = alarms.count {
            return Counts(truePositives: truePositives, alarms: count)
        }
        guard alarms.precision > 0 else { return nil }
        return Counts(alarms.recall, alarms.precision, positives, of: rows)
    }

    /// Alarms, and those of them that a failure followed.
    struct Counts {
        var truePositives: Int
        var alarms: Int

        var falseAlarms: Int { max(0, alarms - truePositives) }

        init(truePositives: Int, alarms: Int) {
            self.truePositives = truePositives
            self.alarms = alarms
        }

        /// The counts behind shares: no more true positives than positives, nor alarms than rows.
        init(_ recall: Double, _ precision: Double, _ positives: Int, of rows: Int) {
            let recalled = Int(clamping: (recall * Double(positives)).rounded())
            truePositives = min(positives, max(0, recalled))
            alarms = min(rows, Int(clamping: (Double(truePositives) / precision).rounded()))
        }
    }
}
