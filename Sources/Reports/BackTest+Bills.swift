import Values

/// What alarms cost, in whatever unit.
public struct AlarmCosts: Sendable, Hashable {
    /// A failure that nobody told.
    public var missed = 10.0
    /// An alarm without a failure.
    public var needless = 1.0

    /// A missed failure costs as much as ten needless alarms.
    public init() {}
}

extension BackTest {
    /// Who raises alarms.
    public enum Teller: Sendable, Hashable, CaseIterable {
        /// The model at its threshold.
        case model
        /// The model where alarms cost least, found with hindsight.
        case cheapest
        /// The kind of model that was tried and not kept.
        case second
        /// Logistic or ridge regression.
        case linear
        /// Any error within the horizon before; for remaining life mean life less age.
        case naive
        /// Nobody.
        case never
    }

    /// What the alarms of one teller would have cost.
    public struct Bill: Sendable, Hashable {
        /// Who raised them.
        public var teller: Teller
        /// Lines before a failure that were told.
        public var told: Int
        /// Alarms without a failure.
        public var needless: Int
        /// The share of the lines on which an alarm was raised.
        public var alarmShare: Double
        /// What they cost.
        public var cost: Double
    }

    /// What each teller would have cost; none where no failures were to be told.
    public func bills(_ costs: AlarmCosts) -> [Bill] {
        guard let positives, positives > 0, rows > 0, let own = counts(alarms) else { return [] }
        let bill = { (teller: Teller, told: Int, raised: Int) -> Bill in
            let needless = max(0, raised - told)
            return Bill(
                teller: teller, told: told, needless: needless,
                alarmShare: Double(raised) / Double(rows),
                cost: Double(positives - told) * costs.missed + Double(needless) * costs.needless)
        }
        let points = curve.filter { $0.precision > 0 }.map { point -> Bill in
            let (told, raised) = Self.counts(point.recall, point.precision, positives, of: rows)
            return bill(.cheapest, told, raised)
        }
        var bills = [bill(.model, own.told, own.raised)]
        if let best = points.min(by: { $0.cost < $1.cost }), best.cost < bills[0].cost {
            bills.append(best)
        }
        if let found = counts(second?.alarms) {
            bills.append(bill(.second, found.told, found.raised))
        }
        if let found = counts(linear?.alarms) {
            bills.append(bill(.linear, found.told, found.raised))
        }
        if let found = counts(naive) { bills.append(bill(.naive, found.told, found.raised)) }
        return bills + [bill(.never, 0, 0)]
    }

    /// The area under precision over recall of one teller; nil where it has none.
    public func averagePrecision(of teller: Teller) -> Double? {
        switch teller {
        case .model: averagePrecision
        case .second: second?.averagePrecision
        case .linear: linear?.averagePrecision
        case .naive: naiveAveragePrecision
        case .cheapest, .never: nil
        }
    }

    /// Files of earlier versions tell shares only.
    private func counts(_ alarms: Alarms?) -> (told: Int, raised: Int)? {
        guard let alarms, let positives else { return nil }
        if let told = alarms.told, let raised = alarms.raised { return (told, raised) }
        guard alarms.precision > 0 else { return nil }
        return Self.counts(alarms.recall, alarms.precision, positives, of: rows)
    }

    /// Of shares the counts that they are shares of: no more are told than there are, nor raised than
    /// there are lines.
    private static func counts(
        _ recall: Double, _ precision: Double, _ positives: Int, of rows: Int
    ) -> (told: Int, raised: Int) {
        let told = min(positives, max(0, Int(clamping: (recall * Double(positives)).rounded())))
        return (told, min(rows, Int(clamping: (Double(told) / precision).rounded())))
    }
}
