package import Markup
import Values

/// The legend below a drawing: what shapes, colours and steps mean. The text of an entry stands
/// behind its sign.
package struct Key: Sendable {
    package enum Entry: Sendable {
        /// A group.
        case mark(MarkShape, Tone, String)
        /// A solid line.
        case line(Tone, String)
        /// What a model says.
        case dashed(Tone, String)
        /// A short upright bar: an error code.
        case tick(Tone, String)
        /// The expected range.
        case band(String)
        /// A shaded stretch: an episode.
        case span(String)
        /// ◆ a value out of its band.
        case anomaly(String)
        /// ▼ a failure.
        case failure(String)
        /// ✚ a repair.
        case repair(String)
        /// One step of the colours of a heat map, 0…6.
        case step(Int, String)
        /// All steps of a heat map, between the names of the lowest and the highest.
        case ramp(from: String, to: String)
        /// A missing cell, hatched.
        case missing(String)
        /// Without a sign.
        case words(String)
        /// Shown on a narrow page only, without a sign.
        case narrowOnly(String)
    }

    package var entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// A paragraph; empty where there are no entries.
    package var markup: Markup {
        guard !entries.isEmpty else { return Markup() }
        return element("p", [.class("key")]) {
            for entry in entries { Self.markup(entry) }
        }
    }

    private static func markup(_ entry: Entry) -> Markup {
        switch entry {
        case .words(let text): element("span", text: text)
        case .narrowOnly(let text): element("span", [.class("onlyn")], text: text)
        case .ramp(let from, let to): ramp(from: from, to: to)
        case .mark(let shape, let tone, let text):
            sign(text) { $0.mark(shape, [tone.fill], at: center, size: 4.6) }
        case .line(let tone, let text):
            sign(text) { $0.horizontal(tone.stroke, y: 6, from: 0, to: 14) }
        case .dashed(let tone, let text):
            sign(text) { canvas in
                var path = PathData()
                path.move(0, 6)
                path.across(to: 14)
                canvas.path([tone.stroke, "dash"], path)
            }
        case .tick(let tone, let text):
            sign(text) { canvas in
                canvas.rectangle(tone.fill, Frame(left: 5, top: 0, right: 8, bottom: 12))
            }
        case .band(let text):
            sign(text) { canvas in
                canvas.rectangle("band", Frame(left: 0, top: 1, right: 14, bottom: 11))
            }
        case .span(let text):
            sign(text) { canvas in
                canvas.rectangle("span", Frame(left: 0, top: 0, right: 14, bottom: 12))
            }
        case .anomaly(let text):
            sign(text) { $0.mark(.diamond, ["fcrit"], at: center, size: 4.2) }
        case .failure(let text): sign(text) { $0.mark(.wedge, ["fail"], at: center, size: 4.6) }
        case .repair(let text): sign(text) { $0.mark(.cross, ["fink"], at: center, size: 4.6) }
        case .step(let level, let text):
            sign(text) { canvas in
                canvas.rectangle(
                    Ramp.fill(level), Frame(left: 0, top: 0, right: 14, bottom: 12))
            }
        case .missing(let text): sign(text, draw: hatch)
        }
    }

    private static var center: Pixel { Pixel(x: 7, y: 6) }

    private static func hatch(_ canvas: inout Canvas) {
        var path = PathData()
        for x in [0.0, 5, 10] {
            path.move(x + 4, 0)
            path.line(x, 12)
        }
        canvas.path(["hatch"], path)
    }

    private static func sign(_ text: String, draw: (inout Canvas) -> Void) -> Markup {
        var canvas = Canvas(.english)
        draw(&canvas)
        return element("span") {
            element("svg", [.viewBox(width: 14, height: 12), .fixed("aria-hidden", "true")]) {
                canvas.markup
            }
            text
        }
    }

    private static func ramp(from: String, to: String) -> Markup {
        var canvas = Canvas(.english)
        for (index, style) in Ramp.classes.enumerated() {
            let x = Double(index) * 14
            canvas.rectangle(style, Frame(left: x, top: 0, right: x + 13, bottom: 12))
        }
        return element("span") {
            from
            element(
                "svg",
                [.class("ramp"), .viewBox(width: 98, height: 12), .fixed("aria-hidden", "true")]
            ) {
                canvas.markup
            }
            to
        }
    }
}
