public import Values

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How good a clustering is, and how alike two are.
public enum ClusterQuality {
    /// The adjusted Rand index of two labelings: 1 for the same groups under any names, near 0 for
    /// chance, below 0 for less than chance.
    ///
    /// Rows without a label are a group of their own. Two labelings without rows agree.
    /// (Hubert and Arabie 1985.)
    ///
    /// - Throws: `AnalysisError.length` when one labeling is longer.
    /// - Complexity: O(n log n).
    public static func adjustedRand(
        _ left: [Int?], _ right: [Int?]
    ) throws(AnalysisError) -> Double {
        let table = try Contingency(left, right)
        let pairs = { (sizes: [Double]) in sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
        let together = pairs(table.joint)
        let leftPairs = pairs(table.leftSizes)
        let rightPairs = pairs(table.rightSizes)
        guard together != leftPairs || together != rightPairs else { return 1 }
        let expected = leftPairs * rightPairs / pairs([Double(left.count)])
        return (together - expected) / ((leftPairs + rightPairs) / 2 - expected)
    }

    /// The mutual information of two labelings over the mean of their entropies: 1 for the same
    /// groups under any names, 0 for independent ones.
    ///
    /// Rows without a label are a group of their own. Two labelings of one group each (or without
    /// rows) agree. (Strehl and Ghosh 2002, with the arithmetic mean.)
    ///
    /// - Throws: `AnalysisError.length` when one labeling is longer.
    /// - Complexity: O(n log n).
    public static func normalizedMutualInformation(
        _ left: [Int?], _ right: [Int?]
    ) throws(AnalysisError) -> Double {
        let table = try Contingency(left, right)
        guard table.leftSizes.count > 1 || table.rightSizes.count > 1 else { return 1 }
        let rows = Double(left.count)
        var information = 0.0
        for (count, marginal) in zip(table.joint, table.marginals) {
            let ratio = (count * rows) / (marginal.left * marginal.right)
            information += count / rows * log(ratio)
        }
        let entropy = { (sizes: [Double]) in
            sizes.reduce(0) { $0 - $1 / rows * log($1 / rows) }
        }
        let mean = (entropy(table.leftSizes) + entropy(table.rightSizes)) / 2
        return min(max(information / mean, 0), 1)
    }
}

extension ClusterQuality {
    /// The groups of rows, after the checks that all measures on data share.
    static func checkedGroups(
        _ matrix: FeatureMatrix, _ labels: [Int?]
    ) throws(AnalysisError) -> LabelGroups {
        guard labels.count == matrix.rowCount else {
            throw .length(expected: matrix.rowCount, found: labels.count)
        }
        try matrix.requireFinite()
        let groups = LabelGroups(labels)
        guard groups.labels.count > 1 else {
            throw .tooFew(found: groups.labels.count, needed: 2)
        }
        return groups
    }

    static func distance(_ left: ArraySlice<Double>, _ right: ArraySlice<Double>) -> Double {
        var sum = 0.0
        for (first, second) in zip(left, right) { sum += (first - second) * (first - second) }
        return sum.squareRoot()
    }
}
