/// A width for which a chart is drawn, and the classes by which the style sheet shows it.
package struct ChartWidth: Sendable {
    /// How much room there is; narrow drawings drop labels or show a shorter span.
    package enum Room: Sendable, Comparable {
        /// A phone, or a small panel: 308 to 380 px.
        case narrow
        /// Half a page: 466 to 528 px.
        case medium
        /// More than half a page: 680 px and up.
        case wide
    }

    package let pixels: Double
    package let room: Room
    let classes: [StaticString]
    /// Whether the `svg` states its size, as in a table, instead of filling its container.
    let isSizeFixed: Bool

    init(pixels: Double, room: Room, classes: [StaticString], isSizeFixed: Bool = false) {
        self.pixels = pixels
        self.room = room
        self.classes = classes
        self.isSizeFixed = isSizeFixed
    }

    /// 308 px, shown in a narrow container.
    package static let narrow = ChartWidth(pixels: 308, room: .narrow, classes: ["n"])
    /// 528 px, shown in a container of medium width.
    package static let medium = ChartWidth(pixels: 528, room: .medium, classes: ["m"])
    /// 380 px, beside a list of facts.
    package static let beside = ChartWidth(pixels: 380, room: .narrow, classes: ["k"])
    /// 466 px, in a side column.
    package static let side = ChartWidth(pixels: 466, room: .medium, classes: ["m", "k"])
    /// 680 px, for a page's main column.
    package static let main = ChartWidth(pixels: 680, room: .wide, classes: ["x", "s"])
    /// 880 px, for a wide container without a side column.
    package static let large = ChartWidth(pixels: 880, room: .wide, classes: ["x"])
    /// 1160 px, the whole page.
    package static let full = ChartWidth(pixels: 1160, room: .wide, classes: ["w"])

    var isNarrow: Bool { room == .narrow }
    var suffix: String { classes.map(\.description).joined() }
}
