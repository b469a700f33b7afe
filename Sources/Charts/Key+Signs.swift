import Markup
import Values

/// The signs before the texts of a legend, 12 px high.
extension Key.Entry {
    /// Behind the sign; of a ramp the name of the highest step.
    var text: String {
        switch self {
        case .mark(_, _, let text), .line(_, let text), .dashed(_, let text), .tick(_, let text),
            .band(let text), .span(let text), .anomaly(let text), .failure(let text),
            .repair(let text), .step(_, let text), .missing(let text), .words(let text),
            .narrowOnly(let text), .ramp(_, let text):
            text
        }
    }

    /// Before the sign: only of a ramp.
    var textBefore: String {
        if case .ramp(let from, _) = self { return from }
        return ""
    }

    var isNarrowOnly: Bool {
        if case .narrowOnly = self { return true }
        return false
    }

    /// In pixels; 0 where there is no sign.
    var signWidth: Double {
        switch self {
        case .words, .narrowOnly: 0
        case .ramp: 98
        default: 14
        }
    }

    /// The sign's marks.
    var sign: Markup {
        var canvas = Canvas(.english)
        draw(on: &canvas)
        return canvas.markup
    }

    private var center: Pixel { Pixel(x: 7, y: 6) }

    private func draw(on canvas: inout Canvas) {
        switch self {
        case .words, .narrowOnly: break
        case .mark(let shape, let tone, _): canvas.mark(shape, [tone.fill], at: center, size: 4.6)
        case .line(let tone, _): canvas.horizontal(tone.stroke, y: 6, from: 0, to: 14)
        case .dashed(let tone, _):
            var path = PathData()
            path.move(0, 6)
            path.across(to: 14)
            canvas.path([tone.stroke, "dash"], path)
        case .tick(let tone, _):
            canvas.rectangle(tone.fill, Frame(left: 5, top: 0, right: 8, bottom: 12))
        case .band: canvas.rectangle("band", Frame(left: 0, top: 1, right: 14, bottom: 11))
        case .span: canvas.rectangle("span", Frame(left: 0, top: 0, right: 14, bottom: 12))
        case .anomaly: canvas.mark(.diamond, ["fcrit"], at: center, size: 4.2)
        case .failure: canvas.mark(.wedge, ["fail"], at: center, size: 4.6)
        case .repair: canvas.mark(.cross, ["fink"], at: center, size: 4.6)
        case .step(let level, _):
            canvas.rectangle(Ramp.fill(level), Frame(left: 0, top: 0, right: 14, bottom: 12))
        case .missing: hatch(&canvas)
        case .ramp: ramp(&canvas)
        }
    }

    private func hatch(_ canvas: inout Canvas) {
        var path = PathData()
        for x in [0.0, 5, 10] {
            path.move(x + 4, 0)
            path.line(x, 12)
        }
        canvas.path(["hatch"], path)
    }

    private func ramp(_ canvas: inout Canvas) {
        for (index, style) in Ramp.classes.enumerated() {
            let x = Double(index) * 14
            canvas.rectangle(style, Frame(left: x, top: 0, right: x + 13, bottom: 12))
        }
    }
}
