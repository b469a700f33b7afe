/// A point of a drawing in pixels; y grows downwards.
struct Pixel: Equatable {
    var x: Double
    var y: Double
}

/// A rectangle of a drawing, such as the one in which the data stands.
struct Frame: Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var center: Pixel { Pixel(x: (left + right) / 2, y: (top + bottom) / 2) }

    /// The area that both rectangles cover, in square pixels.
    func overlap(_ other: Frame) -> Double {
        let across = min(right, other.right) - max(left, other.left)
        let down = min(bottom, other.bottom) - max(top, other.top)
        return across > 0 && down > 0 ? across * down : 0
    }

    /// This rectangle with `room` more pixels on the left and on the right.
    func widened(by room: Double) -> Frame {
        Frame(left: left - room, top: top, right: right + room, bottom: bottom)
    }

    func contains(_ other: Frame) -> Bool {
        left <= other.left && right >= other.right && top <= other.top && bottom >= other.bottom
    }
}

/// Which part of a text stands at its point.
enum Anchor {
    case start
    case middle
    case end
}
