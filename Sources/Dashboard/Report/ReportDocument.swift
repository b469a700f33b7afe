internal import Charts
package import Values
package import Wording

/// A report for reading away from the screen, as values that several writers write.
package struct ReportDocument: Sendable {
    /// A part of a section.
    package enum Block: Sendable {
        case paragraph(Sentence)
        /// What must be known beside it; small.
        case note(String)
        case list([Sentence])
        case table(Table)
        case chart(Chart)
    }

    /// A chart with its words; they stand beside the drawing, so that they can be searched.
    package struct Chart: Sendable {
        package var title: String
        /// Unit, number of cases, period.
        package var sub: String
        package var finding: Sentence
        package var note: String
        package var drawn: PageOutline.Drawn
        /// Its data, where it is short enough to stand in its place.
        package var data: Table?
    }

    package struct Section: Sendable {
        package var kind: ReportSection
        package var title: String
        package var blocks: [Block]
    }

    package var language: Language
    package var title: String
    /// The period, and the one it is compared with.
    package var period: String
    /// The answer to what is wrong.
    package var answer: Sentence
    /// Those with anything to say, in the order of `ReportSection`.
    package var sections: [Section]
    /// Files, hash and period, for the foot of pages.
    package var foot: String
    /// For the foot: `#` stands for the page's number, `##` for how many there are.
    package var pageWords: String
    /// Says what a drawing leaves out.
    package var reductionNote: @Sendable (Reduction) -> String
    /// Words before a chart's data in writings without drawings.
    package var dataWords: String
}
