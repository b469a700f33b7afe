import Foundation
import Markup

@testable import Charts

/// What the rules look at: the drawings of a plot, read back.
struct DrawnSVG {
    let name: String
    let bytes: Int
    let svg: MarkupReader.Node

    /// All drawings of a plot.
    static func all(_ name: String, _ plot: Plot) throws -> [DrawnSVG] {
        let text = try plot.draw().markup.description
        let container = try MarkupReader.read(text)
        let sizes = text.components(separatedBy: "<svg ").dropFirst().map(\.utf8.count)
        return zip(container.flatMap(\.children), sizes).map { svg, bytes in
            DrawnSVG(name: name + " " + (svg.attributes["viewBox"] ?? ""), bytes: bytes, svg: svg)
        }
    }

    var box: (width: Double, height: Double) {
        let numbers = (svg.attributes["viewBox"] ?? "").split(separator: " ").compactMap {
            Double($0)
        }
        return numbers.count == 4 ? (numbers[2], numbers[3]) : (0, 0)
    }

    /// A text with the room it takes, by the estimate that places it.
    struct Label {
        let text: String
        let left: Double
        let right: Double
        let y: Double
    }

    var labels: [Label] {
        svg.all.filter { $0.name == "text" }.map { node in
            let x = node.number("x") ?? .nan
            let isBold = !Set(node.classes).isDisjoint(with: ["b", "acc", "crt"])
            let width = TextMetrics.width(node.text, isBold: isBold)
            let left: Double =
                switch node.attributes["text-anchor"] {
                case "middle": x - width / 2
                case "end": x - width
                default: x
                }
            return Label(
                text: node.text, left: left, right: left + width, y: node.number("y") ?? .nan)
        }
    }
}
