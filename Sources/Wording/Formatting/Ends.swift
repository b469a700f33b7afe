/// The two ends of a range as they are written: one text where both are written alike.
package enum Ends: Sendable, Hashable {
    case one(String)
    case two(String, String)
}

extension Formatting {
    package func ends(_ low: Double, _ high: Double, _ write: (Double) -> String) -> Ends {
        let (first, last) = (write(low), write(high))
        return first == last ? .one(first) : .two(first, last)
    }

    /// Writes both ends of a period, with the time of day where it is shorter than three days.
    package func writing(of period: ClosedRange<Double>) -> (Double) -> String {
        let isShort = period.upperBound - period.lowerBound < 3 * 86_400
        return { isShort ? moment($0) : day($0) }
    }

    /// A share in percent, with a decimal where it is below 10 %.
    package func finePercent(_ share: Double) -> String {
        percent(share, decimals: share < 0.1 ? 1 : 0)
    }
}
