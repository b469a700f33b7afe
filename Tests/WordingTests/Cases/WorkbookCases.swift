@testable import Wording

/// What did not fit into a workbook.
extension PhraseCases {
    var workbooks: Chapter {
        Chapter("WorkbookPhrases") {
            Said("columnsLeftOut(sheet:shown:of:)", [16_385, 20_001]) {
                phrases.columnsLeftOut(sheet: "rows", shown: 16_384, of: $0)
            }
            Said("textsShortened(_:limit:)", [1, 2, 5, 21]) {
                phrases.textsShortened($0, limit: 32_767)
            }
        }
    }
}
