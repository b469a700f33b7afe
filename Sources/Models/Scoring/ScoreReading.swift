import Analysis
import Values

/// Turns the collected outputs of a model into scores of rows.
struct ScoreReading {
    let purpose: ModelPurpose
    let metadata: ModelMetadata
    let options: ScoringOptions
    let feeds: ScoringFeeds
    let tables: [String: OutputTable]

    private var rowCount: Int { feeds.features.rowCount }

    func scores() throws(ModelError) -> ModelScores {
        switch purpose {
        case .reconstruction(let output, let score):
            return try reconstruction(table(output), score.map(table))
        case .score(let output, let isHigherWorse):
            let sign: Double = isHigherWorse ? 1 : -1
            var scores = scores(
                isHigherWorse: true,
                // An isolation forest's decision function is negative for outliers.
                threshold: metadata.threshold.map { sign * $0 } ?? (isHigherWorse ? nil : 0))
            scores.values = perRow { table(output).row($0).first.map { sign * $0 } }
            return scores
        case .classification(let label, let probabilities):
            return classification(label.map(table), probabilities.map(table))
        case .clusters(let label, let distances):
            var scores = scores(isHigherWorse: true, threshold: metadata.threshold)
            scores.labels = perRow { table(label).label($0) }
            if let distances { scores.values = perRow { table(distances).row($0).min() } }
            return scores
        case .remainingLife(let output):
            return numbers(output, isHigherWorse: false)
        case .value(let output):
            return numbers(output, isHigherWorse: nil)
        }
    }

    private func table(_ output: String) -> OutputTable {
        tables[output] ?? OutputTable()
    }

    /// Scores whose values are all nil yet.
    private func scores(isHigherWorse: Bool?, threshold: Double?) -> ModelScores {
        ModelScores(
            purpose: purpose, values: Array(repeating: nil, count: rowCount),
            isHigherWorse: isHigherWorse, threshold: threshold)
    }

    private func numbers(_ output: String, isHigherWorse: Bool?) -> ModelScores {
        var scores = scores(isHigherWorse: isHigherWorse, threshold: metadata.threshold)
        scores.values = perRow { table(output).row($0).first }
        return scores
    }

    /// A value for each row of data: nil for those that were not given to the model.
    private func perRow<Value>(_ value: (Int) -> Value?) -> [Value?] {
        var values = [Value?](repeating: nil, count: rowCount)
        for (index, row) in feeds.rows.enumerated() { values[row] = value(index) }
        return values
    }

    /// Rows of `width` numbers; NaN in rows that were not given.
    private func matrix(_ width: Int, _ values: (Int) -> [Double]) -> FeatureMatrix? {
        var all = [Double](repeating: .nan, count: rowCount * width)
        for (index, row) in feeds.rows.enumerated() {
            all.replaceSubrange(row * width..<(row + 1) * width, with: values(index).prefix(width))
        }
        return try? FeatureMatrix(rowCount: rowCount, columnCount: width, values: all)
    }
}

extension ScoreReading {
    /// The mean over the features (and the rows of a window) of ((x - x̂) / std)²; the model's own
    /// score where nobody knows the spread in training.
    private func reconstruction(
        _ table: OutputTable, _ ownScore: OutputTable?
    ) throws(ModelError) -> ModelScores {
        let width = feeds.features.columnCount
        let expected = feeds.window * width
        guard table.width == expected || feeds.rows.isEmpty else {
            throw .resultCount(
                output: purpose.outputs[0], expected: expected * feeds.rows.count,
                found: table.numbers.count)
        }
        let (std, scale) = spreads()
        var scores = scores(isHigherWorse: true, threshold: metadata.threshold)
        scores.errorScale = scale
        scores.featureErrors = matrix(width) { index in
            let row = feeds.rows[index]
            let given = feeds.features.values[(row + 1 - feeds.window) * width..<(row + 1) * width]
            var errors = [Double](repeating: 0, count: width)
            for (place, pair) in zip(given, table.row(index)).enumerated() {
                let error = (pair.0 - pair.1) / std[place % width]
                errors[place % width] += error * error / Double(feeds.window)
            }
            return errors
        }
        if scale == .scoredRows, let ownScore {
            scores.errorScale = .modelScore
            scores.values = perRow { ownScore.row($0).first }
            return scores
        }
        let errors = scores.featureErrors
        scores.values = perRow { index in
            errors.map { $0.row(feeds.rows[index]).reduce(0, +) / Double(width) }
        }
        return scores
    }

    /// The spread of each feature: the model's, else the caller's, else that of the rows
    /// themselves. 1 where it is 0 or unknown.
    private func spreads() -> ([Double], ModelScores.ErrorScale) {
        let width = feeds.features.columnCount
        let usable = { (std: [Double]) in std.map { $0.isFinite && $0 > 0 ? $0 : 1 } }
        if let std = metadata.featureStd, std.count == width { return (usable(std), .model) }
        if let std = options.featureStd, std.count == width { return (usable(std), .given) }
        let columns = (0..<width).map {
            Statistics.standardDeviation(feeds.features.column($0))
        }
        return (usable(columns), .scoredRows)
    }

    private func classification(
        _ label: OutputTable?, _ probabilities: OutputTable?
    ) -> ModelScores {
        var scores = scores(isHigherWorse: true, threshold: metadata.threshold)
        scores.labels = label.map { table in perRow { table.label($0) } }
        guard let probabilities, probabilities.width > 0 else { return scores }
        let width = probabilities.width
        let names = probabilities.keys.isEmpty ? metadata.classes ?? [] : probabilities.keys
        scores.classes = names.count == width ? names : (0..<width).map(String.init)
        scores.probabilities = matrix(width) { Array(probabilities.row($0)) }
        let failure = FailureProbability(classes: scores.classes)
        scores.values = perRow { failure.value(Array(probabilities.row($0))) }
        if scores.labels == nil, width > 1 {
            let classes = scores.classes
            scores.labels = perRow { index in
                let row = Array(probabilities.row(index))
                return row.indices.max { row[$0] < row[$1] }.map { classes[$0] }
            }
        }
        return scores
    }
}

/// How the probability of failure follows from those of the classes.
struct FailureProbability {
    private enum Rule {
        case single
        case complement(of: Int)
        case unknown
    }

    private let rule: Rule

    /// One class is failure itself; else failure is all that is not the normal class: the one
    /// named so, or the first of two.
    init(classes: [String]) {
        let normal = classes.firstIndex { name in
            ["normal", "ok", "good", "healthy", "nofailure", "none", "nofault", "negative", "0"]
                .contains(name.lowercased().filter { $0.isLetter || $0.isNumber })
        }
        if classes.count == 1 {
            rule = .single
        } else if let normal {
            rule = .complement(of: normal)
        } else {
            rule = classes.count == 2 ? .complement(of: 0) : .unknown
        }
    }

    /// The probability of failure, or nil where no class is known to be the normal one.
    func value(_ probabilities: [Double]) -> Double? {
        switch rule {
        case .single: probabilities.first
        // The sum of the others keeps the digits of small probabilities, 1 - p does not.
        case .complement(let normal):
            probabilities.indices.reduce(0) { $1 == normal ? $0 : $0 + probabilities[$1] }
        case .unknown: nil
        }
    }
}
