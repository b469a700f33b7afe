package import Reports
import Values
package import Wording

/// What answers need beside their values: the words of a language, and how times are written.
package struct AnswerContext: Sendable {
    package let phrases: any Phrases
    package let format: Formatting
    let moments: MomentWriter
    private let language: Language

    /// Without a data set, times are those of a calendar in UTC.
    package init(_ report: ReportContext?, language: Language) {
        format = Formatting(report, language: language)
        phrases = language.phrases(format)
        moments = MomentWriter(format.axis)
        self.language = language
    }

    /// The same language for another data set.
    func about(_ report: ReportContext?) -> AnswerContext {
        AnswerContext(report, language: language)
    }
}
