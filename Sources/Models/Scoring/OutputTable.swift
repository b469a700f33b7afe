import Values

/// The values of one output, collected over all batches: equally many for each row given.
struct OutputTable {
    private(set) var width = 0
    private(set) var numbers: [Double] = []
    private(set) var texts: [String] = []

    /// The keys of the maps that a classifier gives, as texts; empty for other outputs.
    private(set) var keys: [String] = []

    /// Adds the first `count` rows of a batch's output.
    ///
    /// - Throws: `ModelError.resultCount` unless there is a whole number of values for each row of
    ///   the batch, the same as before.
    mutating func append(
        _ output: OnnxNamedValue, rows count: Int, ofBatch batch: Int
    ) throws(ModelError) {
        if let table = output.value.mapTable {
            keys = table.keys.texts
            try append(table.rows.flatMap(\.self), output.name, rows: count, ofBatch: batch)
        } else if let tensor = output.value.tensor {
            if let values = tensor.data.numbers {
                try append(values, output.name, rows: count, ofBatch: batch)
            } else {
                try check(tensor.data.count, output.name, ofBatch: batch)
                texts += tensor.data.texts.prefix(count * width)
            }
        } else {
            throw .unsupported(.outputs([output.name]))
        }
    }

    private mutating func append(
        _ values: [Double], _ name: String, rows count: Int, ofBatch batch: Int
    ) throws(ModelError) {
        try check(values.count, name, ofBatch: batch)
        numbers += values.prefix(count * width)
    }

    private mutating func check(
        _ count: Int, _ name: String, ofBatch batch: Int
    ) throws(ModelError) {
        let found = batch > 0 ? count / batch : 0
        if width == 0 { width = found }
        guard found > 0, found == width, count == found * batch else {
            throw .resultCount(output: name, expected: max(1, width) * batch, found: count)
        }
    }

    /// The numbers of the `index`-th row given.
    func row(_ index: Int) -> ArraySlice<Double> {
        numbers[index * width..<(index + 1) * width]
    }

    /// The label of the `index`-th row given, whether it is text or a number.
    func label(_ index: Int) -> String? {
        if texts.indices.contains(index * width), width > 0 { return texts[index * width] }
        guard width > 0, let number = row(index).first else { return nil }
        return Int(exactly: number).map(String.init) ?? String(number)
    }
}

extension OnnxTensorData {
    /// The elements as texts; numbers as Swift writes them.
    var texts: [String] {
        switch self {
        case .float32(let elements): elements.map { String($0) }
        case .float64(let elements): elements.map { String($0) }
        case .int32(let elements): elements.map { String($0) }
        case .int64(let elements): elements.map { String($0) }
        case .bool(let elements): elements.map { String($0) }
        case .string(let elements): elements
        }
    }
}
