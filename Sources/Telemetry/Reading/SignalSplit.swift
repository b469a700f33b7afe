import Values

/// Splits the values of a long table by the signal that each row names.
struct SignalSplit {
    /// The signal of each row as an index into the schema's; −1 where it is none of these.
    let signals: [Int32]
    /// Every row whose text is no known signal, with that text.
    let unknown: [(row: Int, name: String)]
    /// Rows per signal.
    let rows: [Int]

    init(_ column: DictionaryColumn, _ names: SignalNames) {
        let known = Dictionary(
            names.signals.enumerated().map { ($1.name, Int32($0)) }, uniquingKeysWith: { $1 })
        let ofEntry = column.names.map { known[$0] ?? -1 }
        let signals = column.indices.map { ofEntry[Int($0)] }
        var rows = [Int](repeating: 0, count: names.signals.count)
        for signal in signals where signal >= 0 { rows[Int(signal)] += 1 }
        self.signals = signals
        self.rows = rows
        unknown = signals.indices.filter { signals[$0] < 0 }.map {
            ($0, column.names[Int(column.indices[$0])])
        }
    }

    /// A column for each signal, with NaN in the rows of other signals.
    func values(_ values: [Double]) -> [[Double]] {
        var result = rows.map { _ in [Double](repeating: .nan, count: values.count) }
        for (row, signal) in signals.enumerated() where signal >= 0 {
            result[Int(signal)][row] = values[row]
        }
        return result
    }

    /// How many of some rows belong to each signal; rows of unknown ones are left out.
    func counts(_ rows: [Int]) -> [Int] {
        var counts = self.rows.map { _ in 0 }
        for row in rows where signals[row] >= 0 { counts[Int(signals[row])] += 1 }
        return counts
    }
}
