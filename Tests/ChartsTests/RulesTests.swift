import Charts
import Foundation
import Testing

/// The rules that every drawing obeys, checked on what the samples and the edge cases draw.
@Suite struct RulesTests {
    static let drawings: [DrawnSVG] = {
        let plots = Samples.plots + EdgeData.plots.map { ($0.name, $0.plot) }
        return plots.flatMap { (try? DrawnSVG.all($0.0, $0.1)) ?? [] }
    }()

    @Test("every drawing is named, described and made of known elements")
    func anatomy() {
        let known: Set = ["svg", "title", "desc", "path", "rect", "circle", "text"]
        for drawing in Self.drawings {
            let svg = drawing.svg
            #expect(svg.attributes["role"] == "img", "\(drawing.name)")
            #expect(svg.attributes["width"] == nil, "\(drawing.name)")
            let references = (svg.attributes["aria-labelledby"] ?? "").split(separator: " ").map(
                String.init)
            let named = [svg.first("title"), svg.first("desc")].map { $0?.attributes["id"] ?? "" }
            #expect(references == named, "\(drawing.name)")
            #expect(svg.first("title")?.text.isEmpty == false, "\(drawing.name)")
            #expect(svg.first("desc")?.text.isEmpty == false, "\(drawing.name)")
            #expect(Set(svg.all.map(\.name)).isSubset(of: known), "\(drawing.name)")
            #expect(drawing.box.width >= 308 && drawing.box.height > 0, "\(drawing.name)")
        }
    }

    @Test("ids are unique over all drawings of the samples")
    func ids() throws {
        let svgs = try Samples.plots.flatMap { try DrawnSVG.all($0.name, $0.plot) }.map(\.svg)
        let ids = svgs.flatMap(\.all).compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.count == 2 * svgs.count)
    }

    @Test("a drawing has at most 2,000 nodes and 60 KB, and 300 titles")
    func size() {
        for drawing in Self.drawings {
            #expect(drawing.svg.all.count <= 2_000, "\(drawing.name)")
            #expect(drawing.bytes <= 60_000, "\(drawing.name): \(drawing.bytes)")
            let titles = drawing.svg.all.filter { $0.name == "title" }.count
            #expect(titles <= 301, "\(drawing.name)")
        }
    }

    @Test("no token of a program stands where a number should")
    func tokens() {
        var broken: [String] = []
        let forbidden = ["nan", "inf", "null", "nil", "-0", "−0", "optional"]
        for drawing in Self.drawings {
            for node in drawing.svg.all {
                let texts = [node.text] + node.attributes.filter { $0.key != "id" }.map(\.value)
                let words = texts.flatMap { $0.lowercased().split { " ,:%()".contains($0) } }
                let found = words.filter { forbidden.contains(String($0)) }
                if !found.isEmpty { broken.append("\(drawing.name): \(found)") }
            }
        }
        #expect(broken.isEmpty)
    }

    @Test("every coordinate is a number and its place lies in or near the drawing")
    func coordinates() {
        var broken: [String] = []
        for drawing in Self.drawings {
            for node in drawing.svg.all {
                for (name, text) in node.attributes {
                    guard ["x", "y", "cx", "cy", "width", "height", "r"].contains(name) else {
                        continue
                    }
                    let isAcross = ["x", "cx", "width"].contains(name)
                    let limit = isAcross ? drawing.box.width : drawing.box.height
                    let value = Double(text) ?? .nan
                    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
                    if !(value >= -12 && value <= limit + 12) || decimals > 2 {
                        broken.append("\(drawing.name) \(name) \(text)")
                    }
                }
            }
        }
        #expect(broken.isEmpty)
    }

    @Test("labels on one line do not overlap, none is rotated, none leaves the drawing")
    func labels() {
        var broken: [String] = []
        for drawing in Self.drawings {
            for (line, labels) in Dictionary(grouping: drawing.labels, by: \.y) {
                let ordered = labels.sorted { $0.left < $1.left }
                for (a, b) in zip(ordered, ordered.dropFirst()) where a.right > b.left + 3 {
                    broken.append("\(drawing.name) y \(line): \(a.text) | \(b.text)")
                }
            }
            for label in drawing.labels {
                let isInside =
                    label.left >= -8 && label.right <= drawing.box.width + 8 && label.y >= 8
                    && label.y <= drawing.box.height + 2
                if !isInside { broken.append("\(drawing.name): \(label.text) leaves") }
            }
            if drawing.svg.all.contains(where: { $0.attributes["transform"] != nil }) {
                broken.append("\(drawing.name) is transformed")
            }
        }
        #expect(broken.isEmpty)
    }

    @Test("colour comes from classes of the style sheet alone")
    func classes() throws {
        let sheet = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Resources/app.css")
        let css = try String(contentsOf: sheet, encoding: .utf8)
        let known = Set(
            css.split { !($0.isLetter || $0.isNumber || "-_.".contains($0)) }
                .flatMap { $0.split(separator: ".") }.map(String.init))
        let forbidden = ["style", "fill", "stroke", "color", "opacity", "filter", "onclick"]
        let nodes = Self.drawings.flatMap(\.svg.all)
        #expect(nodes.allSatisfy { node in forbidden.allSatisfy { node.attributes[$0] == nil } })
        #expect(Set(nodes.flatMap(\.classes)).subtracting(known) == [])
    }

    @Test("markup in any text of a chart stays text")
    func hostileTexts() throws {
        let hostile = "</title></svg><script>alert(\"1\")</script>'&\u{0}"
        let drawings = try EdgeData.plots(text: hostile).flatMap {
            try DrawnSVG.all($0.name, $0.plot)
        }
        #expect(drawings.count >= 28)
        for drawing in drawings {
            #expect(drawing.svg.all.allSatisfy { $0.name != "script" }, "\(drawing.name)")
            #expect(drawing.svg.first("title")?.text.contains("<script>") == true)
        }
    }
}
