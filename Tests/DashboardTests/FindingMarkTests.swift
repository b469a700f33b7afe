import Samples
import Testing
import Wording

@Suite("Findings on pages")
struct FindingMarkTests {
    @Test("carry links to their devices, and the gravest a red mark with its shape")
    func marks() throws {
        let document = try Rendered(kind: .rich, page: .overview).document()
        let grave = document.classed("hot")
        #expect(grave.count == 2)
        #expect(
            document.below(grave[1]).contains {
                document.nodes[$0].attributes["href"] == "/diagnostics?focus=1"
            })
    }
}
