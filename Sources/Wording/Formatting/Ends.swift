/// The two ends of something as they are written: one text where both are written alike.
package enum Ends: Sendable, Hashable {
    case one(String)
    case two(String, String)
}

extension Formatting {
    /// Both ends, each as `write` writes it.
    package func ends(_ low: Double, _ high: Double, _ write: (Double) -> String) -> Ends {
        let (first, last) = (write(low), write(high))
        return first == last ? .one(first) : .two(first, last)
    }

    /// How the ends of a period are written: with the time of day where it is less than three days.
    package func writing(of period: ClosedRange<Double>) -> (Double) -> String {
        let isShort = period.upperBound - period.lowerBound < 3 * 86_400
        return { isShort ? moment($0) : day($0) }
    }

    /// A share as per cent, with a decimal where it is less than a tenth.
    package func finePercent(_ share: Double) -> String {
        percent(share, decimals: share < 0.1 ? 1 : 0)
    }
}
