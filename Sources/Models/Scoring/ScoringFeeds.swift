import Analysis

/// Cuts rows of features into the tensors that a model takes.
struct ScoringFeeds {
    let form: ModelInputForm
    let features: FeatureMatrix

    /// Rows of a window; 1 for models without windows.
    let window: Int

    /// Indices of the rows that are given; a window counts as the row it ends with.
    let rows: [Int]

    /// Chooses the rows whose features are all finite, or which end a whole window of such rows
    /// within a segment; with `acceptsMissing` all rows count as whole.
    init(
        form: ModelInputForm, features: FeatureMatrix, options: ScoringOptions, window: Int?,
        acceptsMissing: Bool = false
    ) {
        self.form = form
        self.features = features
        if case .windows(_, let length, _) = form {
            self.window = length ?? window ?? max(1, options.window)
        } else {
            self.window = 1
        }
        var rows: [Int] = []
        for segment in options.segments ?? [0..<features.rowCount] {
            var run = 0
            for row in segment.clamped(to: 0..<features.rowCount) {
                let isWhole = acceptsMissing || features.row(row).allSatisfy(\.isFinite)
                run = isWhole ? run + 1 : 0
                if run >= self.window { rows.append(row) }
            }
        }
        self.rows = rows
    }

    /// How many rows are given at once: what the model fixes, else about a million numbers and at
    /// most 8,192 rows.
    var batchSize: Int {
        form.batch ?? max(1, min(8192, (1 << 20) / max(1, window * features.columnCount)))
    }

    /// The inputs for some rows, filled up with the last row where the model fixes the batch.
    func feeds(for batch: ArraySlice<Int>) -> [OnnxFeed] {
        var rows = Array(batch)
        if let last = rows.last, let fixed = form.batch {
            rows += Array(repeating: last, count: max(0, fixed - rows.count))
        }
        switch form {
        case .matrix(let port, _):
            return [feed(port, [rows.count, features.columnCount], values(rows))]
        case .windows(let port, _, _):
            return [feed(port, [rows.count, window, features.columnCount], values(rows))]
        case .columns(let ports):
            return ports.enumerated().map { column, port in
                feed(
                    port, port.rank == 1 ? [rows.count] : [rows.count, 1],
                    rows.map { features[$0, column] })
            }
        }
    }

    private func values(_ rows: [Int]) -> [Double] {
        var values: [Double] = []
        values.reserveCapacity(rows.count * window * features.columnCount)
        let width = features.columnCount
        for row in rows {
            values += features.values[(row + 1 - window) * width..<(row + 1) * width]
        }
        return values
    }

    private func feed(_ port: ModelInputForm.Port, _ dims: [Int], _ values: [Double]) -> OnnxFeed {
        let data: OnnxTensorData =
            switch port.type {
            case .float64: .float64(values)
            case .int32: .int32(values.map { Int32(clamping: whole($0)) })
            case .int64: .int64(values.map(whole))
            default: .float32(values.map(Float.init))
            }
        // The sizes are counted from the same values: they always agree.
        return OnnxFeed(
            name: port.name, tensor: OnnxTensor(dims: dims, data: data) ?? OnnxTensor(data))
    }

    private func whole(_ value: Double) -> Int64 {
        Int64(exactly: value.rounded()) ?? (value < 0 ? .min : .max)
    }
}
