import Markup
import Testing

@Suite struct MarkupTests {
    @Test(
        "text is escaped",
        arguments: [
            ("plain", "plain"),
            ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
            ("a & b \"c\"", "a &amp; b &quot;c&quot;"),
            ("&amp;", "&amp;amp;"),
            ("tab\tline\nreturn\r", "tab\tline\nreturn&#13;"),
            (
                "nul\0 bell\u{7} esc\u{1B} del\u{7F}",
                "nul\u{FFFD} bell\u{FFFD} esc\u{FFFD} del\u{FFFD}"
            ),
            ("c1 \u{80}\u{85}\u{9F} stays \u{A0}·", "c1 \u{FFFD}\u{FFFD}\u{FFFD} stays \u{A0}·"),
            ("\u{FFFE}\u{FFFF}\u{FFFD}\u{FB01}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FB01}"),
            ("−5 °C – µm 温度 🙂", "−5 °C – µm 温度 🙂"),
            ("", ""),
        ])
    func escaping(text: String, expected: String) throws {
        #expect(Markup(text).description == expected)
        let attribute = emptyElement("p", [.attribute("title", text)]).description
        #expect(attribute == "<p title=\"\(expected)\"/>")
    }

    @Test("what is written is well formed and reads back, whatever the text")
    func hostileTextReadsBack() throws {
        let samples = Samples.noise(400, seed: 5).map { Int($0 * 300) }
        let text = String(samples.compactMap { Unicode.Scalar($0).map(Character.init) })
        let markup = element("p", [.attribute("title", text), .id(text)], text: text)
        let nodes = try MarkupReader.read(markup.description)
        let node = try #require(nodes.first)
        let passed = text.unicodeScalars.filter {
            $0.value >= 0xA0 || (0x20...0x7E).contains($0.value)
        }
        let read = node.text.unicodeScalars.filter { $0 != "\u{FFFD}" && $0.value >= 0x20 }
        #expect(Array(read) == Array(passed))
        #expect(node.attributes["title"] == node.text)
        #expect(node.attributes["id"]?.contains(" ") == false)
    }

    @Test("a block takes texts, pieces, conditions, loops and what may be absent")
    func builder() {
        let absent: Markup? = nil
        let list = element("ul", [.class("a", "b")]) {
            if absent == nil { "1 < 2" } else { "no" }
            for name in ["x", "y"] { element("li", text: name) }
            absent
            [Markup("&"), emptyElement("br")]
        }
        #expect(
            list.description
                == "<ul class=\"a b\">1 &lt; 2<li>x</li><li>y</li>&amp;<br/></ul>")
    }

    @Test(
        "numbers have at most two decimals and no exponent",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (-0.001, "0"), (12.345, "12.35"), (12.5, "12.5"),
            (-0.25, "-0.25"), (1e300, "1000000000"), (-.infinity, "-1000000000"), (.nan, "0"),
            (0.05, "0.05"), (99.999, "100"),
        ])
    func decimals(value: Double, expected: String) {
        var markup = Markup()
        markup.append(decimal: value)
        #expect(markup.description == expected)
    }

    @Test("flags, several classes and references")
    func attributes() {
        let input = emptyElement(
            "input",
            [.flag("checked"), .classes(["a", "b", "c"]), .references("for", ["a b", "ü"])])
        #expect(
            input.description == "<input checked=\"\" class=\"a b c\" for=\"a-b --\"/>")
    }

    @Test("an address encodes what comes from data and never leads away")
    func addresses() {
        let device = URLReference(
            "/diagnostics", query: [("device", "a&b=c #1/é"), ("page", "2")], fragment: "rows 1")
        #expect(
            device.text == "/diagnostics?device=a%26b%3Dc%20%231%2F%C3%A9&page=2#rows-1")
        #expect(URLReference("/export", segments: ["..", "a/b"]).text == "/export/%2E%2E/a%2Fb")
        #expect(URLReference("/", segments: ["evil.example"]).text == "/evil.example")
        #expect(URLReference("", segments: ["", "evil.example"]).text == "/evil.example")
        #expect(
            URLReference("", segments: ["javascript:alert(1)"]).text
                == "/javascript%3Aalert%281%29")
        let link = element(
            "a", [.href(URLReference("", query: [("a", "1"), ("b", "2")]))], text: "x")
        #expect(link.description == "<a href=\"?a=1&amp;b=2\">x</a>")
    }

    @Test("a path holds commands and numbers only")
    func paths() {
        var path = PathData()
        path.move(1.04, -2)
        path.line(.nan, 3.26)
        path.across(to: 5)
        path.upright(to: 0)
        path.arc(radius: 2, isLarge: true, 1, 1)
        path.close()
        path.rectangle(x: 0, y: 0, width: 2, height: 1)
        #expect(
            emptyElement("path", [.path(path)]).description
                == "<path d=\"M1 -2L0 3.3H5V0A2 2 0 1 1 1 1zM0 0h2v1h-2z\"/>")
    }
}
