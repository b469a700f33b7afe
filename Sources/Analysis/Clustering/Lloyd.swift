/// Lloyd's iteration from given centers, which are seen from the origin of the space.
struct Lloyd: Sendable {
    let k: Int
    let maxIterations: Int
    let tolerance: Double

    /// Moves the centers until no label changes, or they hardly move, or the limit is reached.
    func run(_ space: KMeansSpace, from start: [Double]) -> KMeansRun {
        var centers = start
        var reach = CenterReach(centers: start, count: k)
        var assignment = Assignment(space, count: k)
        var iteration = 0
        var converged = false
        while iteration < maxIterations, !converged {
            iteration += 1
            assignment.assign(centers: centers, reach: reach)
            let moved = assignment.movedCenters(from: centers)
            let shift = squaredShift(centers, moved)
            converged = assignment.changed == 0 || shift <= tolerance * space.meanVariance
            reach.add(from: centers, to: moved)
            centers = moved
        }
        // The centers have moved once since the rows were assigned.
        assignment.assign(centers: centers, reach: reach)
        return KMeansRun(
            labels: assignment.labels, centers: centers, count: k,
            inertia: assignment.inertia(centers: centers), iterations: iteration,
            converged: converged)
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
    let space: KMeansSpace
    let count: Int
    private var parts: [AssignedRows]

    /// How many rows one part has: what is known of them stays in the second-level cache.
    private static let partSize = 8192

    init(_ space: KMeansSpace, count: Int) {
        self.space = space
        self.count = count
        let rows = space.matrix.rowCount
        parts = stride(from: 0, to: rows, by: Self.partSize).map {
            AssignedRows(
                rows: $0..<min($0 + Self.partSize, rows), centers: count,
                columns: space.matrix.columnCount)
        }
    }

    var labels: [Int32] { parts.flatMap(\.labels) }

    /// How many rows changed their label in the last step.
    var changed: Int { parts.reduce(0) { $0 + $1.changed } }

    mutating func assign(centers: [Double], reach: CenterReach) {
        Concurrent.update(&parts) { [space] part in
            part.assign(space, centers: centers, reach: reach)
        }
    }

    func inertia(centers: [Double]) -> Double {
        Concurrent.map(parts.count) { [space, parts] part in
            parts[part].distances(space, centers: centers).reduce(0, +)
        }.reduce(0, +)
    }

    /// The means of the clusters, after empty ones took the rows furthest from their centers.
    func movedCenters(from centers: [Double]) -> [Double] {
        var sums = Self.added(parts.map(\.sums), count: centers.count)
        var counts = Self.added(parts.map(\.counts), count: count)
        if counts.contains(0) { relocateEmpty(&sums, &counts, centers) }
        let columns = space.matrix.columnCount
        let largest = counts.indices.max { counts[$0] < counts[$1] } ?? 0
        return (0..<count).flatMap { cluster in
            // With too few distinct rows a cluster stays empty: it shares the largest one's place.
            let source = counts[cluster] > 0 ? cluster : largest
            return sums[source * columns..<(source + 1) * columns].map { $0 / counts[source] }
        }
    }

    private func relocateEmpty(
        _ sums: inout [Double], _ counts: inout [Double], _ centers: [Double]
    ) {
        let distances = parts.flatMap { $0.distances(space, centers: centers) }
        guard let furthest = distances.max(), furthest > 0 else { return }
        let empty = counts.indices.filter { counts[$0] == 0 }
        let far = distances.indices.sorted {
            (distances[$1], $0) < (distances[$0], $1)
        }
        let labels = labels
        for (cluster, row) in zip(empty, far) {
            let old = Int(labels[row])
            for (column, value) in space.matrix.row(row).enumerated() {
                let centered = value - space.origin[column]
                sums[old * space.origin.count + column] -= centered
                sums[cluster * space.origin.count + column] = centered
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
