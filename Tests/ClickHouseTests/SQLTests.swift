import Testing

@testable import ClickHouse

@Suite("Text in statements")
struct SQLTests {
    @Test("names and texts of any content stay what they are")
    func escaping() {
        #expect(SQL.name("a`b\\c") == "`a\\`b\\\\c`")
        #expect(SQL.text("it's \\ \0") == "'it\\'s \\\\ \\0'")
        #expect(SQL.list(["a", "b'"]) == "('a', 'b\\'')")
        #expect(SQL.list([]) == "(NULL)")
        // One character for people, but a quote for the server.
        #expect(SQL.text("m'\u{301}") == "'m\\'\u{301}'")
    }

    @Test("numbers stand in parentheses where a sign could be taken for an operator")
    func numbers() {
        #expect(SQL.number(1.5) == "1.5")
        #expect(SQL.number(-1e-9) == "(-1e-09)")
        #expect(SQL.number(-0.0) == "(-0.0)")
    }
}
