/// DBSCAN on a grid: cells with a core row are nodes, joined where two cores are within eps.
struct GridDensity: Sendable {
    let grid: EpsGrid
    let eps: Double
    let minSamples: Int
    /// The cells cut into parts for several cores, the same on every machine.
    private let cellParts: [Range<Int>]

    init(grid: EpsGrid, eps: Double, minSamples: Int) {
        self.grid = grid
        self.eps = eps
        self.minSamples = minSamples
        cellParts = stride(from: 0, to: grid.cells.count, by: 1024).map {
            $0..<min($0 + 1024, grid.cells.count)
        }
    }

    func model() -> DBSCANModel {
        let cores = coreFlags()
        var roots = DisjointSets(count: grid.cells.count)
        join(&roots, coresByCell: grid.cells.map { $0.filter { cores[$0] } })
        let (clusters, count) = numbered(&roots, cores)
        let parts = Concurrent.map(cellParts.count) { part in
            cellParts[part].flatMap { cellLabels($0, cores, clusters) }
        }
        var labels = [Int?](repeating: nil, count: grid.order.count)
        var isCore = [Bool](repeating: false, count: grid.order.count)
        for (place, label) in parts.joined().enumerated() {
            labels[grid.order[place]] = label
            isCore[grid.order[place]] = cores[place]
        }
        return DBSCANModel(labels: labels, isCore: isCore, clusterCount: count)
    }

    /// Whether the row in each place is core.
    private func coreFlags() -> [Bool] {
        Concurrent.map(cellParts.count) { part in
            cellParts[part].flatMap { cell -> [Bool] in
                let places = grid.cells[cell]
                guard places.count < minSamples else {
                    return [Bool](repeating: true, count: places.count)
                }
                return places.map { isCore($0, in: cell) }
            }
        }.flatMap(\.self)
    }

    private func isCore(_ place: Int, in cell: Int) -> Bool {
        var found = grid.cells[cell].count
        for other in grid.neighbors(of: cell) {
            for candidate in grid.cells[Int(other)] where isWithinReach(place, candidate) {
                found += 1
                if found >= minSamples { return true }
            }
        }
        return false
    }

    private func isWithinReach(_ left: Int, _ right: Int) -> Bool {
        var sum = 0.0
        for column in 0..<grid.columnCount {
            let difference =
                grid.points[left * grid.columnCount + column]
                - grid.points[right * grid.columnCount + column]
            sum += difference * difference
        }
        return sum <= eps * eps
    }

    /// Joins neighbouring cells that hold two cores within eps of each other.
    ///
    /// A first look at one core of each joins most of them, and what is joined already needs no
    /// second one.
    private func join(_ roots: inout DisjointSets, coresByCell: [[Int]]) {
        join(&roots, coresByCell) { near, far in isWithinReach(near[0], far[0]) }
        join(&roots, coresByCell) { near, far in
            near.contains { place in far.contains { isWithinReach(place, $0) } }
        }
    }

    private func join(
        _ roots: inout DisjointSets, _ coresByCell: [[Int]], where touch: ([Int], [Int]) -> Bool
    ) {
        for cell in grid.cells.indices where !coresByCell[cell].isEmpty {
            for other in grid.neighbors(of: cell) where other > cell {
                let far = coresByCell[Int(other)]
                guard !far.isEmpty, roots.root(of: cell) != roots.root(of: Int(other)) else {
                    continue
                }
                if touch(coresByCell[cell], far) { roots.join(cell, Int(other)) }
            }
        }
    }

    /// The cluster of each cell that has a core, nil for the others; numbered by the first core
    /// row.
    private func numbered(
        _ roots: inout DisjointSets, _ cores: [Bool]
    ) -> (clusters: [Int?], count: Int) {
        var first = [Int](repeating: .max, count: grid.cells.count)
        for (cell, places) in grid.cells.enumerated() {
            let root = roots.root(of: cell)
            for place in places where cores[place] {
                first[root] = min(first[root], grid.order[place])
            }
        }
        let found = first.indices.filter { first[$0] < .max }.sorted { first[$0] < first[$1] }
        var numbers = [Int?](repeating: nil, count: grid.cells.count)
        for (number, root) in found.enumerated() { numbers[root] = number }
        let clusters = grid.cells.indices.map { numbers[roots.root(of: $0)] }
        return (clusters, found.count)
    }

    /// The labels of a cell's places: cores have the cell's, others the lowest within reach.
    private func cellLabels(_ cell: Int, _ cores: [Bool], _ clusters: [Int?]) -> [Int?] {
        grid.cells[cell].map { place in
            if cores[place] { return clusters[cell] }
            var lowest = clusters[cell]
            for other in grid.neighbors(of: cell) {
                guard let cluster = clusters[Int(other)], cluster < lowest ?? .max else { continue }
                let touches = grid.cells[Int(other)].contains {
                    cores[$0] && isWithinReach(place, $0)
                }
                if touches { lowest = cluster }
            }
            return lowest
        }
    }
}
