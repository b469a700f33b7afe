@testable import Analysis

/// A small plant: a supply and a controller's output drive a flow; a current and a temperature follow.
struct MadePlant {
    enum Fault: CaseIterable {
        case none, frozenTemperature, biasedCurrent, biasedFlow, supplyDrops, sharpController
        case stickingValve
    }

    /// The places of the columns.
    static let (supply, flow, output, current, temperature) = (0, 1, 2, 3, 4)

    /// By signal.
    let columns: [[Double]]

    init(_ fault: Fault, rows: Int = 2400, from start: Int = 2150, seed: UInt64 = 5) {
        var generator = SeededGenerator(seed: seed)
        var columns = [[Double]](repeating: [], count: 5)
        var (supply, other, flow, temperature) = (0.0, 0.0, 0.0, 0.0)
        var (integral, output, valve) = (0.0, 0.0, 0.0)
        for row in 0..<rows {
            let active = row >= start ? fault : .none
            supply += (-supply + 3.5 * generator.normal()) / 60
            other += (-other + 1.5 * generator.normal()) / 90
            let drop = active == .supplyDrops ? -3.0 : 0
            flow += 0.25 * (valve + 0.5 * (supply + drop) + other - flow)
            temperature += 0.08 * (0.9 * flow + 0.5 * (supply + drop) - temperature)
            let seen = flow + 0.1 * generator.normal() + (active == .biasedFlow ? 1.6 : 0)
            integral -= seen / 8
            output = (active == .sharpController ? 1.7 : 0.5) * (integral - seen)
            if active != .stickingValve || abs(output - valve) > 0.9 { valve = output }
            let values = [
                supply + drop + 0.1 * generator.normal(), seen, output,
                0.8 * output + 0.4 * flow + 0.1 * generator.normal()
                    + (active == .biasedCurrent ? 1.5 : 0),
                active == .frozenTemperature
                    ? columns[Self.temperature][start - 1]
                    : temperature + 0.1 * generator.normal(),
            ]
            for (signal, value) in values.enumerated() { columns[signal].append(value) }
        }
        self.columns = columns
    }
}
