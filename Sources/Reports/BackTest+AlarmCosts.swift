import Values

/// What a missed failure and a false alarm cost, in any common unit.
public struct AlarmPrices: Sendable, Hashable {
    /// The price of a failure that no alarm came before: a false negative.
    public var missedFailure = 10.0
    /// The price of an alarm that no failure followed: a false positive.
    public var falseAlarm = 1.0

    /// A missed failure costs ten times as much as a false alarm.
    public init() {}
}

extension BackTest {
    /// What raises alarms: the model, an alternative to it, or a baseline.
    public enum AlarmSource: Sendable, Hashable, CaseIterable {
        /// The model at its threshold.
        case model
        /// The model at the threshold whose alarms would have cost least; only hindsight knows it.
        case cheapest
        /// The other kind of model, which was tried and not kept.
        case second
        /// Logistic regression for failures, ridge regression for remaining life.
        case linear
        /// The plain rule: an alarm where the device had any error within the horizon before. For
        /// remaining life the mean life less the age.
        case naive
        /// No alarms at all.
        case never
    }

    /// What the alarms of one source would have cost.
    public struct AlarmCost: Sendable, Hashable {
        /// What raised the alarms.
        public var source: AlarmSource
        /// Rows with an alarm that a failure followed within the horizon.
        public var truePositives: Int
        /// Rows with an alarm that no failure followed: false positives.
        public var falseAlarms: Int
        /// The share of all rows that have an alarm, 0…1.
        public var alarmShare: Double
        /// Missed rows and false alarms at their prices, in the unit of `AlarmPrices`.
        public var cost: Double
    }

    /// What each source's alarms would have cost: the model first, `never` last; `cheapest` only
    /// where it is cheaper than the model. Empty where there were no failures to predict.
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

    /// Average precision, the area under precision over recall, of one source; nil where it is not
    /// known, and for `cheapest` and `never`, which have no curve.
    public func averagePrecision(of source: AlarmSource) -> Double? {
        switch source {
        case .model: averagePrecision
        case .second: second?.averagePrecision
        case .linear: linear?.averagePrecision
        case .naive: naiveAveragePrecision
        case .cheapest, .never: nil
        }
    }

    func cost(of counts: Counts, positives: Int, at prices: AlarmPrices) -> Double {
        Double(positives - counts.truePositives) * prices.missedFailure
            + Double(counts.falseAlarms) * prices.falseAlarm
    }

    /// Counts as the file holds them; files of earlier versions hold only shares, which are counted
    /// back.
    private func counts(_ alarms: Alarms?) -> Counts? {
        guard let alarms, let positives else { return nil }
        if let truePositives = alarms.truePositives, let count = alarms.count {
            return Counts(truePositives: truePositives, alarms: count)
        }
        guard alarms.precision > 0 else { return nil }
        return Counts(alarms.recall, alarms.precision, positives, of: rows)
    }

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
