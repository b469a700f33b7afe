import Reports

extension PageQuery {
    /// Takes what an alarm or a missed failure costs: a number above 0. False when it cannot be
    /// used, nil for another name.
    mutating func takeCost(_ name: String, _ value: String) -> Bool? {
        let path: WritableKeyPath<AlarmCosts, Double>
        switch name {
        case "miss": path = \.missed
        case "needless": path = \.needless
        default: return nil
        }
        guard let cost = Double(value), cost.isFinite, cost > 0, cost <= 1e12 else { return false }
        costs[keyPath: path] = cost
        return true
    }

    /// What alarms cost, where it is not what is assumed.
    var costItems: [(String, String)] {
        let assumed = AlarmCosts()
        return [("miss", \AlarmCosts.missed), ("needless", \AlarmCosts.needless)]
            .filter { costs[keyPath: $0.1] != assumed[keyPath: $0.1] }
            .map { ($0.0, Self.text(cost: costs[keyPath: $0.1])) }
    }

    /// A cost as it is typed.
    static func text(cost: Double) -> String {
        Int(exactly: cost).map(String.init) ?? "\(cost)"
    }
}
