import Reports
import Wording

extension PageQuery {
    /// Takes what an alarm or a missed failure costs: a number above 0. False when it cannot be
    /// used, nil for another name.
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

    /// What alarms cost, where it is not what is assumed.
    var priceItems: [(String, String)] {
        let assumed = AlarmPrices()
        return [("miss", \AlarmPrices.missedFailure), ("needless", \AlarmPrices.falseAlarm)]
            .filter { prices[keyPath: $0.1] != assumed[keyPath: $0.1] }
            .map { ($0.0, Self.text(price: prices[keyPath: $0.1])) }
    }

    /// A cost as it is typed.
    static func text(price: Double) -> String {
        Int(exactly: price).map(String.init) ?? "\(price)"
    }
}
