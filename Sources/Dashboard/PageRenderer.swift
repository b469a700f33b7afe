internal import Markup
import Reports
package import Wording

/// Makes the pages as HTML: values in, bytes out.
///
/// No page does I/O or reads a clock, and the same input always gives the same bytes.
package enum PageRenderer {
    /// A page as an HTML document in UTF-8. What is missing in the input (a data set, a report for
    /// the page) gives a page that says so.
    ///
    /// - Complexity: O(what is shown), some milliseconds.
    package static func render(_ page: Page, _ input: PageInput) -> [UInt8] {
        let context = PageContext(page: page, input: input)
        return content(context).document.bytes
    }

    /// An error page in the program's frame.
    package static func renderProblem(
        _ problem: RequestProblem, status: Int, _ input: PageInput
    ) -> [UInt8] {
        let context = PageContext(page: .overview, input: input)
        return ProblemPage(page: context, problem: problem, status: status).layout.document.bytes
    }

    /// Says why files were not taken, and offers the form to send others.
    package static func renderRefusedUpload(
        _ outcome: UploadOutcome, status: Int, _ input: PageInput
    ) -> [UInt8] {
        let context = PageContext(page: .importFiles, input: input)
        return ProblemPage(
            page: context, problem: .upload(outcome), status: status, offersUpload: true
        ).layout.document.bytes
    }

    /// Asks before a data set is deleted.
    package static func renderDeleteConfirmation(
        set: String, isInDatabase: Bool, _ input: PageInput
    ) -> [UInt8] {
        let context = PageContext(page: .importFiles, input: input)
        return DeletePage(page: context, set: set, isInDatabase: isInDatabase).layout.document.bytes
    }

    static func content(_ page: PageContext) -> Layout {
        if let look = page.input.look { return LookPage(page: page, look: look).layout }
        if page.page == .importFiles { return ImportPage(page: page).layout }
        guard let snapshot = page.input.snapshot else { return StatePage(page: page).layout }
        switch page.page {
        case .overview, .importFiles: return OverviewPage(page: page, snapshot: snapshot).layout
        case .clusters: return ClustersPage(page: page, snapshot: snapshot).layout
        case .trends: return TrendsPage(page: page, snapshot: snapshot).layout
        case .diagnostics:
            guard let report = page.input.diagnostics else { return StatePage(page: page).layout }
            return DiagnosticsPage(page: page, report: report, context: snapshot.context).layout
        case .rows:
            guard let report = page.input.rows else { return StatePage(page: page).layout }
            return RowsPage(page: page, report: report).layout
        case .compare:
            guard let report = page.input.comparison else { return StatePage(page: page).layout }
            return ComparePage(page: page, report: report).layout
        }
    }
}
