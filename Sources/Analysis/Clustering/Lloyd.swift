/// The data of a k-means fit: packed rows around their mean, where distances lose fewest digits.
struct KMeansSpace: Sendable {
    let rows: PackedRows
    let origin: [Double]
    /// The mean of the column variances, the unit of `KMeans.tolerance`.
    let meanVariance: Double

    init(_ matrix: FeatureMatrix) {
        let sums = Self.columnSums(matrix) { value, _ in value }
        let means = sums.map { $0 / Double(max(matrix.rowCount, 1)) }
        let squares = Self.columnSums(matrix) { value, column in
            (value - means[column]) * (value - means[column])
        }
        origin = means
        meanVariance = squares.reduce(0, +) / Double(max(matrix.values.count, 1))
        rows = PackedRows(matrix, origin: origin)
    }

    private static func columnSums(
        _ matrix: FeatureMatrix, _ term: (Double, Int) -> Double
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: matrix.columnCount)
        for row in 0..<matrix.rowCount {
            let start = row * matrix.columnCount
            for column in sums.indices {
                sums[column] += term(matrix.values[start + column], column)
            }
        }
        return sums
    }

    /// Points of the data's own units, one after another, as seen from the origin.
    func centered(_ points: [Double]) -> [Double] {
        points.enumerated().map { $1 - origin[$0 % origin.count] }
    }
}

/// What one start came to.
struct KMeansRun: Sendable {
    var labels: [Int32]
    var centers: [Double]
    var count: Int
    var inertia: Double
    var iterations: Int
    var converged: Bool
}

/// Lloyd's iteration from given centers.
struct Lloyd: Sendable {
    let k: Int
    let maxIterations: Int
    let tolerance: Double

    /// Moves the centers until no label changes, or they hardly move, or the limit is reached.
    func run(_ space: KMeansSpace, from start: [Double]) -> KMeansRun {
        var centers = start
        var labels: [Int32] = []
        var settled: Assignment?
        var iteration = 0
        var converged = false
        while iteration < maxIterations, !converged {
            iteration += 1
            let step = Assignment(space.rows, centers: centers, count: k)
            let moved = step.movedCenters(space.rows)
            settled = moved == centers ? step : nil
            let shift = squaredShift(centers, moved)
            converged = step.labels == labels || shift <= tolerance * space.meanVariance
            labels = step.labels
            centers = moved
        }
        // Unless they stood still, the centers have moved once since the rows were assigned.
        let final = settled ?? Assignment(space.rows, centers: centers, count: k)
        return KMeansRun(
            labels: final.labels, centers: centers, count: k, inertia: final.inertia,
            iterations: iteration, converged: converged)
    }

    private func squaredShift(_ old: [Double], _ new: [Double]) -> Double {
        var shift = 0.0
        for index in old.indices {
            let difference = new[index] - old[index]
            shift += difference * difference
        }
        return shift
    }
}

/// All rows given to their nearest centers, with what the next centers need.
private struct Assignment {
    let count: Int
    let labels: [Int32]
    let distances: [Double]
    private let sums: [Double]
    private let counts: [Double]

    var inertia: Double { distances.reduce(0, +) }

    init(_ rows: PackedRows, centers: [Double], count: Int) {
        let chunks = rows.chunks
        let parts = Concurrent.map(chunks.count) { index in
            let nearest = rows.nearest(chunks[index], centers: centers, count: count)
            let sums = rows.sums(chunks[index], labels: nearest.labels, count: count)
            return (nearest: nearest, sums: sums.sums, counts: sums.counts)
        }
        self.count = count
        labels = parts.flatMap(\.nearest.labels)
        distances = parts.flatMap(\.nearest.distances)
        sums = Self.added(parts.map(\.sums), count: centers.count)
        counts = Self.added(parts.map(\.counts), count: count)
    }

    /// The means of the clusters, after empty ones took the rows furthest from their centers.
    func movedCenters(_ rows: PackedRows) -> [Double] {
        var sums = sums
        var counts = counts
        if counts.contains(0) { relocateEmpty(&sums, &counts, rows) }
        let columns = rows.columnCount
        let largest = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return (0..<count).flatMap { cluster in
            // With too few distinct rows a cluster stays empty: it shares the largest one's place.
            let source = counts[cluster] > 0 ? cluster : largest
            return sums[source * columns..<(source + 1) * columns].map { $0 / counts[source] }
        }
    }

    private func relocateEmpty(
        _ sums: inout [Double], _ counts: inout [Double], _ rows: PackedRows
    ) {
        guard let furthest = distances.max(), furthest > 0 else { return }
        let empty = counts.indices.filter { counts[$0] == 0 }
        let far = distances.indices.sorted {
            (distances[$1], $0) < (distances[$0], $1)
        }
        for (cluster, row) in zip(empty, far) {
            let old = Int(labels[row])
            for (column, value) in rows.row(row).enumerated() {
                sums[old * rows.columnCount + column] -= value
                sums[cluster * rows.columnCount + column] = value
            }
            counts[old] -= 1
            counts[cluster] = 1
        }
    }

    private static func added(_ parts: [[Double]], count: Int) -> [Double] {
        parts.reduce(into: [Double](repeating: 0, count: count)) { total, part in
            for index in part.indices { total[index] += part[index] }
        }
    }
}
