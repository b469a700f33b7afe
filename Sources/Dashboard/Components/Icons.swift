internal import Markup
import Reports
import Wording

/// Small drawings beside words, hidden from screen readers.
enum Icon {
    case status(Status)
    case grave, rising, falling, level, brand
    /// The shape and colour of the group with that index.
    case group(Int)

    var markup: Markup {
        switch self {
        case .status(.critical):
            .literal(
                "<svg class=\"i\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 .3 11.7 6 6 11.7 .3 6z\"/></svg>"
            )
        case .status(.warning):
            .literal(
                "<svg class=\"i\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 .8 11.8 11.2H.2z\"/></svg>"
            )
        case .status(.ok):
            .literal(
                "<svg class=\"i\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z\"/></svg>"
            )
        case .grave:
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 .3 11.7 6 6 11.7 .3 6z\"/></svg>"
            )
        case .rising:
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M3 9l6-6M4.5 3H9v4.5\"/></svg>"
            )
        case .falling:
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M3 3l6 6M9 4.5V9H4.5\"/></svg>"
            )
        case .level:
            .literal("<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M2 6h8\"/></svg>")
        case .brand:
            .literal(
                "<svg viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"M1.5 12h3.5l2.5-8 4.5 13 2.5-8.5 1 3.5h3\"/></svg>"
            )
        case .group(let index): Self.group(index)
        }
    }

    private static func group(_ index: Int) -> Markup {
        let shapes: [Markup] = [
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"f1\" cx=\"6\" cy=\"6\" r=\"4.6\"/></svg>"
            ),
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"f2\" d=\"M1.9 1.9h8.2v8.2H1.9z\"/></svg>"
            ),
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"f3\" d=\"M6 .7l5.1 9.2H.9z\"/></svg>"
            ),
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"f4\" d=\"M4.3.7h3.4v3.6h3.6v3.4H7.7v3.6H4.3V7.7H.7V4.3h3.6z\"/></svg>"
            ),
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"f5\" d=\"M6 .7 11.3 6 6 11.3.7 6z\"/></svg>"
            ),
            .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path class=\"f6\" d=\"M.9 2.1h10.2L6 11.3z\"/></svg>"
            ),
        ]
        return shapes.indices.contains(index)
            ? shapes[index]
            : .literal(
                "<svg viewBox=\"0 0 12 12\" aria-hidden=\"true\"><circle class=\"fm\" cx=\"6\" cy=\"6\" r=\"3\"/></svg>"
            )
    }
}

extension Icon {
    /// For lists: the class of the drawing itself gives the colour.
    var marked: Markup {
        switch self {
        case .status(.critical):
            .literal(
                "<svg class=\"i critical\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 .3 11.7 6 6 11.7 .3 6z\"/></svg>"
            )
        case .status(.warning):
            .literal(
                "<svg class=\"i warning\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 .8 11.8 11.2H.2z\"/></svg>"
            )
        case .status(.ok):
            .literal(
                "<svg class=\"i ok\" viewBox=\"0 0 12 12\" aria-hidden=\"true\"><path d=\"M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z\"/></svg>"
            )
        default: markup
        }
    }
}

extension Status {
    var className: StaticString {
        switch self {
        case .critical: "critical"
        case .warning: "warning"
        case .ok: "ok"
        }
    }
}

extension PageContext {
    /// The icon and the word of a status.
    func status(_ status: Status) -> Markup {
        element("span", [.class("st", status.className)]) {
            Icon.status(status).markup
            phrases.status(status)
        }
    }

    /// The icon and the word for a device that shows no trouble but is predicted to fail or end
    /// soon.
    func atRisk() -> Markup {
        element("span", [.class("st", Status.warning.className)]) {
            Icon.status(.warning).markup
            phrases.atRisk()
        }
    }
}
