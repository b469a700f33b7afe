import Foundation
import Testing
import Wording

@testable import App

@Suite("Contradictions of a page")
struct ContradictionTests {
    @Test("are two statements in any of its elements")
    func found() {
        let page = """
            <p class="a"><b>Neither.</b> No series has a trend beyond chance.</p>
            <table><tr><td>heat</td><td>rising</td></tr></table>
            """
        #expect(Contradictions.found(in: page).count == 1)
        #expect(Contradictions.found(in: page.replacing("rising", with: "level")).isEmpty)
        let calm = """
            <p><b>No device needs attention.</b></p><p>1 of 3 devices has an open problem on
            """
        #expect(Contradictions.found(in: calm).count == 1)
    }

    @Test("none is on a page of the sample")
    func sample() throws {
        let site = try LoadedSite.sample()
        defer { site.remove() }
        for page in Page.allCases {
            #expect(Contradictions.found(in: try site.html(page)).isEmpty, "\(page)")
        }
    }
}
