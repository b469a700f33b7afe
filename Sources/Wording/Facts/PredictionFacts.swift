package import Reports
package import Values

/// What is worth saying first of predictions.
extension FleetPrediction {
    /// What is predicted, in short.
    package enum Outlook {
        /// Failures within the horizon, and the devices that are likeliest to fail.
        case failures(Expected, within: Double, likeliest: [Row])
        /// No device is likely to fail within the horizon; the highest probability of all.
        case calm(highest: Double, within: Double)
        /// The device that ends first.
        case firstEnd(Row)
    }

    /// The probability of failure from which on a device is named.
    package static let worthNaming = 0.05
    /// The most devices named in a sentence.
    private static let named = 3

    /// Whether a device is as likely to fail as not, or has less than a quarter of the median
    /// remaining life: that comes before everything else.
    package func isGrave(_ device: DeviceRef) -> Bool {
        row(of: device).map(isGrave) ?? false
    }

    /// Whether a failure of a device is too unlikely to be named. A problem may be open there all the
    /// same: one that came before none of the failures learned from.
    package func isUnlikely(_ device: DeviceRef) -> Bool {
        row(of: device).map(isUnlikely) ?? false
    }

    /// All of those devices.
    ///
    /// - Complexity: O(devices).
    package var unlikely: Set<DeviceRef> {
        Set(rows.lazy.filter(isUnlikely).map(\.device))
    }

    private func isUnlikely(_ row: Row) -> Bool {
        if case .failure = quantity { row.value < Self.worthNaming } else { false }
    }

    /// The grave devices, the gravest first.
    ///
    /// - Complexity: O(devices).
    package var graveDevices: [DeviceRef] { rows.filter(isGrave).map(\.device) }

    private func isGrave(_ row: Row) -> Bool {
        switch quantity {
        case .failure: row.value >= 0.5
        case .life: row.value < rows[rows.count / 2].value / 4
        }
    }

    /// Nil where the model says nothing of any device.
    package var outlook: Outlook? {
        guard let first = rows.first else { return nil }
        switch quantity {
        case .failure(let horizon):
            let likeliest = rows.prefix(Self.named).filter { $0.value >= Self.worthNaming }
            guard let expected, !likeliest.isEmpty else {
                return .calm(highest: first.value, within: horizon)
            }
            return .failures(expected, within: horizon, likeliest: likeliest)
        case .life: return .firstEnd(first)
        }
    }
}

extension BackTest {
    /// As many of the sources withheld from training are named one by one.
    package static let leaksNamed = 6

    /// The smallest number of alarms a week that announces 95 % of what the largest does; nil where
    /// nothing was announced.
    package var tellingBudget: Budget? {
        guard let budgets, let most = budgets.map(\.announced).max(), most > 0 else { return nil }
        return budgets.first { Double($0.announced) >= 0.95 * Double(most) }
    }

    /// What the model and the simple rule reach: the error of remaining life, else the average
    /// precision, where the rule's counts as 0 if it is not known. Nil where neither was measured.
    package var rivals: (own: Double, rule: Double, isError: Bool)? {
        if let rmse, let naiveRMSE { return (rmse, naiveRMSE, true) }
        if let averagePrecision { return (averagePrecision, naiveAveragePrecision ?? 0, false) }
        return nil
    }
}

extension Formatting {
    /// A remaining life as it is written: whole cycles and rows, never below 0.
    package func life(_ value: Double) -> Length {
        let left = max(0, value)
        if case .time = axis { return measured(left) }
        return measured(left.rounded())
    }

    /// Both ends of a range of lengths; the lower one without its unit where that is the upper
    /// one's.
    package func lengths(_ low: Double, _ high: Double) -> (low: String, high: String) {
        let first = measured(low)
        let last = measured(high, like: first)
        let isAlike = first.unit == last.unit || first.count == 0
        return (isAlike && first != last ? number(of: first) : text(first), text(last))
    }

    /// A length in the unit of a shorter one, where that is not unwieldy: 18 to 24 hours.
    private func measured(_ value: Double, like shorter: Length) -> Length {
        let own = measured(value)
        let seconds: Double
        switch shorter.unit {
        case .minute: seconds = 60
        case .hour: seconds = 3_600
        default: return own
        }
        return value < 100 * seconds ? Length(value / seconds, shorter.unit) : own
    }

    /// Both ends of a range of lives; numbers alone where the unit is that of the value beside
    /// them.
    package func lives(
        _ range: ClosedRange<Double>, beside value: Double
    ) -> (low: String, high: String) {
        let (low, high) = (life(range.lowerBound), life(range.upperBound))
        let isAlike = low.unit == high.unit && low.unit == life(value).unit
        return isAlike ? (number(of: low), number(of: high)) : (text(low), text(high))
    }
}
