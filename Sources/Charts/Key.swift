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
        case .ramp(let from, let to):
            element("span") {
                from
                svg(entry, [.class("ramp")])
                to
            }
        default:
            element("span") {
                svg(entry, [])
                entry.text
            }
        }
    }

    private static func svg(_ entry: Entry, _ attributes: [Attribute]) -> Markup {
        element(
            "svg",
            attributes + [
                .viewBox(width: entry.signWidth, height: 12), .fixed("aria-hidden", "true"),
            ]
        ) {
            entry.sign
        }
    }
}
