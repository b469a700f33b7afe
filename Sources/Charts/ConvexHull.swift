/// Convex outlines of points.
enum ConvexHull {
    /// The corners in order around the points: two where all lie on a line, none for a single
    /// point.
    ///
    /// - Complexity: O(n log n) (Andrew 1979).
    static func corners(of points: [Pixel]) -> [Pixel] {
        let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        let there = chain(sorted)
        let back = chain(sorted.reversed())
        return there.dropLast() + back.dropLast()
    }

    /// The corners of an outline that stays about `clearance` pixels away from all points: the hull
    /// of an octagon around each. Points on a line, or a single one, have such an outline too.
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

    /// One half of the hull, from the first of the sorted points to the last.
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
