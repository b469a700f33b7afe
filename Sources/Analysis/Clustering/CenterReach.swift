/// How far the centers of a k-means fit have moved, for the bounds that rows keep.
///
/// The numbers are single precision and rounded to the safe side by more than all rounding below
/// them: ways up, distances between centers down.
struct CenterReach: Sendable {
    let count: Int
    /// In the order that `ck_rows_assign` reads.
    private(set) var packed: [Float]
    /// For each center the sum of what each step took off its rows' bounds, and of its own moves.
    private var lost: [Double]
    private var own: [Double]
    private var most = 0.0

    private static let margin = 1 + 1e-6

    /// Centers that have not moved.
    init(centers: [Double], count: Int) {
        self.count = count
        lost = [Double](repeating: 0, count: count)
        own = lost
        packed = []
        pack(apart: Self.halfDistances(centers, count: count), step: 0)
    }

    /// Adds one step of all centers.
    mutating func add(from old: [Double], to new: [Double]) {
        let columns = new.count / count
        let ways = (0..<count).map { center in
            let range = center * columns..<(center + 1) * columns
            return ClusterQuality.distance(old[range], new[range])
        }
        let furthest = ways.indices.max { ways[$0] < ways[$1] } ?? 0
        let second = ways.indices.lazy.filter { $0 != furthest }.map { ways[$0] }.max() ?? 0
        var step = 0.0
        for center in ways.indices {
            let loss = ways[center] + (center == furthest ? second : ways[furthest])
            lost[center] += loss
            own[center] += ways[center]
            step = max(step, loss)
        }
        most += step
        pack(apart: Self.halfDistances(new, count: count), step: step)
    }

    private mutating func pack(apart: [Double], step: Double) {
        packed =
            (lost + own).map { Float($0 * Self.margin) } + apart.map { Float($0 / Self.margin) }
            + [Float(most * Self.margin), Float(step)]
    }

    /// Half the distance from each center to the nearest other one.
    private static func halfDistances(_ centers: [Double], count: Int) -> [Double] {
        let columns = centers.count / count
        var nearest = [Double](repeating: .infinity, count: count)
        for left in 0..<count {
            for right in left + 1..<max(count, left + 1) {
                var square = 0.0
                for column in 0..<columns {
                    let difference =
                        centers[left * columns + column] - centers[right * columns + column]
                    square += difference * difference
                }
                nearest[left] = min(nearest[left], square)
                nearest[right] = min(nearest[right], square)
            }
        }
        return nearest.map { $0.squareRoot() / 2 }
    }
}
