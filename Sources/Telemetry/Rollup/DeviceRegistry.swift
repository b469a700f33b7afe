/// The devices of a data set while it is read: names, time ranges, rows and attributes.
struct DeviceRegistry: Sendable {
    private(set) var names = NameTable<String>()
    private(set) var attributes = NameTable<String>()
    private(set) var rows: [Int] = []
    private(set) var firstTimes: [Double] = []
    private(set) var lastTimes: [Double] = []

    private let limit: Int
    private var other: Int?
    private var texts = NameTable<String>()
    /// `values[attribute][device]`: index into `texts`, −1 = not given; may be shorter than the
    /// devices.
    private var values: [[Int32]] = []

    init(limit: Int) { self.limit = max(limit, 1) }

    var count: Int { names.count }

    /// Rows of devices beyond the limit.
    var rowsBeyondLimit: Int { other.map { rows[$0] } ?? 0 }

    /// The number of a device, new ones included; beyond the limit that of `(other)`.
    mutating func insert(_ name: String) -> Int {
        if let number = names.number(of: name) { return number }
        if names.count >= limit {
            if let other { return other }
            other = append("(other)")
            return other ?? 0
        }
        return append(name)
    }

    private mutating func append(_ name: String) -> Int {
        let number = names.insert(name)
        if number == rows.count {
            rows.append(0)
            firstTimes.append(.nan)
            lastTimes.append(.nan)
        }
        return number
    }

    /// Adds rows of a device and extends its time range.
    mutating func count(_ device: Int, rows: Int, from: Double, to: Double) {
        self.rows[device] += rows
        if !(firstTimes[device] <= from) { firstTimes[device] = from }
        if !(lastTimes[device] >= to) { lastTimes[device] = to }
    }

    /// Takes the last rows of a device out; when the others end is not known.
    mutating func forget(rows count: Int, of device: Int) {
        rows[device] -= count
        lastTimes[device] = .nan
    }

    /// The number of an attribute, new ones included.
    mutating func insertAttribute(_ name: String) -> Int {
        let number = attributes.insert(name)
        if number == values.count { values.append([]) }
        return number
    }

    /// Sets the values of an attribute, row by row; a later one that is not empty replaces earlier
    /// ones.
    mutating func setAttribute(_ attribute: Int, _ column: DictionaryColumn, devices: [Int32]) {
        var numbers = [Int32](repeating: -1, count: column.names.count)
        let missing = count - values[attribute].count
        if missing > 0 { values[attribute].append(contentsOf: repeatElement(-1, count: missing)) }
        for row in 0..<min(devices.count, column.indices.count) where devices[row] >= 0 {
            let entry = Int(column.indices[row])
            guard entry < numbers.count, !column.names[entry].isEmpty else { continue }
            if numbers[entry] < 0 {
                numbers[entry] = Int32(clamping: texts.insert(column.names[entry]))
            }
            values[attribute][Int(devices[row])] = numbers[entry]
        }
    }

    /// The attributes of a device by number; empty where not given.
    func attributeTexts(_ device: Int) -> [String] {
        values.map { column in
            guard device < column.count, column[device] >= 0 else { return "" }
            return texts.names[Int(column[device])]
        }
    }
}
