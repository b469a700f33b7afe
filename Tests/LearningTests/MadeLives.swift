import Analysis
import Foundation
import Values

/// Units that run until they fail, each with columns that were measured and columns that were not.
struct MadeLives {
    /// A row of a unit.
    struct Row {
        let unit: Int
        /// 1 at the first row.
        let cycle: Double
        /// The last cycle.
        let life: Double
        /// The number of the row in the file.
        let number: Int
        /// How fast this unit wears, per cycle; below 1 / life.
        let rate: Double
        /// Load that this unit bore until now.
        let load: Double
        /// When the unit’s own alarm goes on, in cycles before the end.
        let alarm: Double
        /// Noise of a sensor, with a standard deviation of 1.
        let noise: [Double]

        var left: Double { life - cycle }
    }

    typealias Column = @Sendable (Row) -> Double

    /// Columns by name.
    let columns: [(name: String, value: Column)]

    /// The lines of `train.csv`.
    func lines(units: Int = 14, seed: UInt64 = 5) -> [String] {
        var random = SeededGenerator(seed: seed)
        var lines = ["unit,cycle,temp," + columns.map(\.name).joined(separator: ",")]
        for unit in 0..<units {
            // The end comes with the first cycle that passes the limit.
            let rate = 1 / (60 + 100 * random.uniform())
            let life = (1 / rate).rounded(.up)
            let alarm = 5 + Double(random.integer(below: 25))
            var load = 0.0
            for cycle in 1...Int(clamping: life) {
                load += 0.5 + random.uniform()
                let row = Row(
                    unit: unit, cycle: Double(cycle), life: life, number: lines.count, rate: rate,
                    load: load, alarm: alarm, noise: (0..<4).map { _ in random.normal() })
                let values = columns.map { "\($0.value(row))" }
                lines.append(
                    "\(unit + 1),\(cycle),\(20 + row.noise[3])," + values.joined(separator: ","))
            }
        }
        return lines
    }
}
