import Values

/// The rows of each label, in ascending order of the labels; rows without one are left out.
struct LabelGroups: Sendable {
    /// The labels that occur.
    let labels: [Int]
    /// The rows of each, ascending.
    let members: [[Int]]

    init(_ rowLabels: [Int?]) {
        var groups: [Int: [Int]] = [:]
        for (row, label) in rowLabels.enumerated() {
            if let label { groups[label, default: []].append(row) }
        }
        let found = groups.sorted { $0.key < $1.key }
        labels = found.map(\.key)
        members = found.map(\.value)
    }
}

/// How often each pair of labels meets in two labelings of the same rows; rows without a label are
/// a group of their own.
struct Contingency {
    /// The number of rows for each pair that occurs.
    let joint: [Double]
    /// For each pair the number of rows with its left, and with its right label.
    let marginals: [(left: Double, right: Double)]
    let leftSizes: [Double]
    let rightSizes: [Double]

    init(_ left: [Int?], _ right: [Int?]) throws(AnalysisError) {
        guard left.count == right.count else {
            throw .length(expected: left.count, found: right.count)
        }
        let (leftIds, leftSizes) = Self.dense(left)
        let (rightIds, rightSizes) = Self.dense(right)
        let pairs = zip(leftIds, rightIds).map { $0 * rightSizes.count + $1 }.sorted()
        var joint: [Double] = []
        var marginals: [(left: Double, right: Double)] = []
        for (index, pair) in pairs.enumerated() {
            if index == 0 || pairs[index - 1] != pair {
                joint.append(0)
                let (leftId, rightId) = pair.quotientAndRemainder(dividingBy: rightSizes.count)
                marginals.append((leftSizes[leftId], rightSizes[rightId]))
            }
            joint[joint.count - 1] += 1
        }
        self.joint = joint
        self.marginals = marginals
        self.leftSizes = leftSizes
        self.rightSizes = rightSizes
    }

    private static func dense(_ labels: [Int?]) -> (ids: [Int], sizes: [Double]) {
        var known: [Int?: Int] = [:]
        var sizes: [Double] = []
        let ids = labels.map { label in
            let id = known[label] ?? sizes.count
            if id == sizes.count {
                known[label] = id
                sizes.append(0)
            }
            sizes[id] += 1
            return id
        }
        return (ids, sizes)
    }
}
