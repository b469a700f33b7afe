import Markup

/// The outline of a mark, so that groups differ in more than their colour.
package enum MarkShape: Sendable, CaseIterable {
    /// ●
    case circle
    /// ■
    case square
    /// ▲
    case triangle
    /// ✚
    case cross
    /// ◆
    case diamond
    /// ▼
    case wedge

    /// The shape of the group with that index; from 6 on they repeat.
    package static func group(_ index: Int) -> MarkShape {
        let order: [MarkShape] = [.circle, .square, .triangle, .cross, .diamond, .wedge]
        return order[Int(UInt(bitPattern: index) % UInt(order.count))]
    }

    /// The outline as a path; nil for the circle. `size` is the circle's radius, and the others
    /// look about as large.
    func outline(at center: Pixel, size: Double) -> PathData? {
        guard !corners.isEmpty else { return nil }
        var path = PathData()
        append(to: &path, at: center, size: size)
        return path
    }

    /// Adds the outline, a circle's too, to a path that holds many marks.
    func append(to path: inout PathData, at center: Pixel, size: Double) {
        guard let first = corners.first else {
            path.move(center.x - size, center.y)
            path.arc(radius: size, isLarge: false, center.x + size, center.y)
            path.arc(radius: size, isLarge: false, center.x - size, center.y)
            return
        }
        path.move(center.x + first.x * size, center.y + first.y * size)
        var previous = first
        for corner in corners.dropFirst() {
            let x = center.x + corner.x * size
            let y = center.y + corner.y * size
            if corner.y == previous.y {
                path.across(to: x)
            } else if corner.x == previous.x {
                path.upright(to: y)
            } else {
                path.line(x, y)
            }
            previous = corner
        }
        path.close()
    }

    private var corners: [(x: Double, y: Double)] {
        switch self {
        case .circle: []
        case .square: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        case .triangle: [(0, -1.15), (1.1, 0.85), (-1.1, 0.85)]
        case .wedge: [(0, 1.15), (1.1, -0.85), (-1.1, -0.85)]
        case .diamond: [(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)]
        case .cross:
            [
                (-0.38, -1.15), (0.38, -1.15), (0.38, -0.38), (1.15, -0.38), (1.15, 0.38),
                (0.38, 0.38), (0.38, 1.15), (-0.38, 1.15), (-0.38, 0.38), (-1.15, 0.38),
                (-1.15, -0.38), (-0.38, -0.38),
            ]
        }
    }
}
