import Reports
import Wording

extension PageQuery {
    /// Takes the cost of a missed failure or a needless alarm, above 0 up to 10¹². False where the
    /// value cannot be used, nil for other names.
    mutating func takePrice(_ name: String, _ value: String) -> Bool? {
        let path: WritableKeyPath<AlarmPrices, Double>
        switch name {
        case "miss": path = \.missedFailure
        case "needless": path = \.falseAlarm
        default: return nil
        }
        guard let price = Double(value), price.isFinite, price > 0, price <= 1e12 else {
            return false
        }
        prices[keyPath: path] = price
        return true
    }

    /// Costs that differ from the defaults.
    var priceItems: [(String, String)] {
        let assumed = AlarmPrices()
        return [("miss", \AlarmPrices.missedFailure), ("needless", \AlarmPrices.falseAlarm)]
            .filter { prices[keyPath: $0.1] != assumed[keyPath: $0.1] }
            .map { ($0.0, Self.text(price: prices[keyPath: $0.1])) }
    }

    /// As people type it.
    static func text(price: Double) -> String {
        Int(exactly: price).map(String.init) ?? "\(price)"
    }
}
