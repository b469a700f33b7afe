/// The outline of an SVG path: commands and numbers only, so it can stand in an attribute as it is.
///
/// Coordinates are written with one decimal, a tenth of a pixel, which keeps long lines short.
package struct PathData: Sendable, Equatable {
    var bytes: [UInt8]

    /// An empty path.
    package init() {
        bytes = []
    }

    /// Whether nothing is drawn.
    package var isEmpty: Bool { bytes.isEmpty }

    /// The number of bytes that the path takes in a page.
    package var count: Int { bytes.count }

    /// Starts a new line at a point.
    package mutating func move(_ x: Double, _ y: Double) {
        command("M", x, y)
    }

    /// Draws a line to a point.
    package mutating func line(_ x: Double, _ y: Double) {
        command("L", x, y)
    }

    /// Draws a line across to `x`.
    package mutating func across(to x: Double) {
        bytes.append(UInt8(ascii: "H"))
        append(x)
    }

    /// Draws a line up or down to `y`.
    package mutating func upright(to y: Double) {
        bytes.append(UInt8(ascii: "V"))
        append(y)
    }

    /// Draws a clockwise arc of a circle to a point; `isLarge` takes the longer way round.
    package mutating func arc(radius: Double, isLarge: Bool, _ x: Double, _ y: Double) {
        bytes.append(UInt8(ascii: "A"))
        append(radius)
        separator()
        append(radius)
        bytes.append(contentsOf: (isLarge ? " 0 1 1 " : " 0 0 1 ").utf8)
        append(x)
        separator()
        append(y)
    }

    /// Adds a rectangle.
    package mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
        move(x, y)
        relative("h", width)
        relative("v", height)
        relative("h", -width)
        close()
    }

    /// Closes the current line.
    package mutating func close() {
        bytes.append(UInt8(ascii: "z"))
    }

    private mutating func command(_ letter: Unicode.Scalar, _ x: Double, _ y: Double) {
        bytes.append(UInt8(ascii: letter))
        append(x)
        separator()
        append(y)
    }

    private mutating func relative(_ letter: Unicode.Scalar, _ value: Double) {
        bytes.append(UInt8(ascii: letter))
        append(value)
    }

    private mutating func separator() {
        bytes.append(UInt8(ascii: " "))
    }

    private mutating func append(_ value: Double) {
        DecimalText.append((value * 10).rounded() / 10, to: &bytes)
    }
}
