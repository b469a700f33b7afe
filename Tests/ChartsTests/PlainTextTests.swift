import Markup
import Testing

@Suite("Markup read as plain text")
struct PlainTextTests {
    @Test(
        "gives back any text",
        arguments: [
            "plain", "a & b \"c\" 'd'", "<b>no tag</b>", "&amp;", "=cmd()", "Насос №7, −5 °C",
            "🙂", "",
        ])
    func text(_ text: String) {
        #expect(Markup(text).plainText == text)
        let link = element("a", [.attribute("title", text + ">")], text: text)
        #expect(link.plainText == text)
    }

    @Test("parts the words of blocks and not those of a line")
    func blocks() {
        let line = Markup {
            element("b", text: "sen")
            element("code", text: "sor")
        }
        #expect(line.plainText == "sensor")
        let blocks = element("ul") {
            element("li", text: "one")
            element("li") {
                "two"
                emptyElement("br")
                "three\n four "
            }
        }
        #expect(blocks.plainText == "one two three four")
    }

    @Test("leaves out drawings and forms, and what is in them")
    func silent() {
        let cell = Markup {
            "before "
            element("svg") {
                element("title", text: "not")
                element("svg") { element("text", text: "this") }
                emptyElement("path")
            }
            element("form") {
                emptyElement("input", [.attribute("value", "x")])
                element("button", text: "Delete")
            }
            element("span", text: "after")
        }
        #expect(cell.plainText == "before after")
        #expect(Markup().plainText.isEmpty)
    }
}
