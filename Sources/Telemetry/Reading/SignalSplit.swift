/// The values of a long table's rows by the signal that each row names.
struct SignalSplit {
    /// The signal of each row among those of the schema; −1: another one.
    let signals: [Int32]
    /// For each text that is no known signal, its first row.
    let unknown: [(row: Int, name: String)]
    /// Rows of each signal.
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

    /// The values of one signal, NaN in the rows of others.
    func values(_ values: [Double], of signal: Int) -> [Double] {
        zip(values, signals).map { $1 == Int32(signal) ? $0 : .nan }
    }

    /// How many of some rows belong to a signal.
    func count(_ rows: [Int], of signal: Int) -> Int {
        rows.count { signals[$0] == Int32(signal) }
    }
}
