/// The outline of an SVG path: commands and numbers only, so it needs no escaping.
///
/// Coordinates are pixels with one decimal, which keeps long lines short.
package struct PathData: Sendable, Equatable {
    var bytes: [UInt8]

    package init() {
        bytes = []
    }

    package var isEmpty: Bool { bytes.isEmpty }

    /// Bytes that the path takes in a page.
    package var count: Int { bytes.count }

    package mutating func move(_ x: Double, _ y: Double) {
        command("M", x, y)
    }

    package mutating func line(_ x: Double, _ y: Double) {
        command("L", x, y)
    }

    package mutating func across(to x: Double) {
        bytes.append(UInt8(ascii: "H"))
        append(x)
    }

    package mutating func upright(to y: Double) {
        bytes.append(UInt8(ascii: "V"))
        append(y)
    }

    /// Draws a clockwise arc of a circle; `isLarge` takes the longer way round.
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

    package mutating func rectangle(x: Double, y: Double, width: Double, height: Double) {
        move(x, y)
        relative("h", width)
        relative("v", height)
        relative("h", -width)
        close()
    }

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
