internal import Markup
import Wording

extension PageContext {
    /// Links to a table as CSV, with the words of `label`, with commas and with semicolons, and as a
    /// workbook.
    func links(to download: Download, _ label: Label = .download) -> Markup {
        element("span", [.class("files")]) {
            element(
                "a", [.href(query.link(downloading: download) { $0.csv = .comma })],
                text: self.label(label))
            " · "
            element(
                "a", [.href(query.link(downloading: download) { $0.csv = .semicolon })],
                text: self.label(.downloadSemicolons))
            " · "
            element(
                "a", [.href(query.link(downloading: download, as: .xlsx))],
                text: self.label(.downloadExcel))
        }
    }
}
