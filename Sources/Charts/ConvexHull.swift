/// The smallest convex outline of some points.
enum ConvexHull {
    /// The corners, each once, around the points; fewer than three where they lie on a line.
    ///
    /// - Complexity: O(n log n) (Andrew 1979).
    static func corners(of points: [Pixel]) -> [Pixel] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let there = chain(sorted)
        let back = chain(sorted.reversed())
        return there.dropLast() + back.dropLast()
    }

    /// The corners of the outline that stays clear of all points, with edges cut off.
    ///
    /// Points on a line, or in one place, have one as well.
    static func corners(around points: [Pixel], clearance: Double) -> [Pixel] {
        let inner = corners(of: points)
        let held = inner.isEmpty ? Array(points.prefix(1)) : inner
        return corners(
            of: held.flatMap { point in
                octagon.map {
                    Pixel(x: point.x + $0.x * clearance, y: point.y + $0.y * clearance)
                }
            })
    }

    private static let octagon = [
        (1.0, 0.0), (0.71, 0.71), (0, 1), (-0.71, 0.71), (-1, 0), (-0.71, -0.71), (0, -1),
        (0.71, -0.71),
    ].map { Pixel(x: $0.0, y: $0.1) }

    /// The corners of one side, from the first point to the last.
    private static func chain(_ points: [Pixel]) -> [Pixel] {
        var chain: [Pixel] = []
        for point in points {
            while chain.count > 1 {
                let (first, second) = (chain[chain.count - 2], chain[chain.count - 1])
                let turn =
                    (second.x - first.x) * (point.y - first.y)
                    - (second.y - first.y) * (point.x - first.x)
                guard turn <= 0 else { break }
                chain.removeLast()
            }
            chain.append(point)
        }
        return chain
    }
}
