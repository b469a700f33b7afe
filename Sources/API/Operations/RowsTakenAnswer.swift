/// What became of rows that a program sent.
package struct RowsTakenAnswer: Sendable {
    /// A row that was not taken.
    package struct Refused: Sendable {
        package var index: Int
        package var reason: String

        package init(index: Int, reason: String) {
            self.index = index
            self.reason = reason
        }
    }

    package var taken: Int
    package var isRepeated: Bool
    package var refusedCount: Int
    package var refused: [Refused]
    package var files: [String]

    package init(
        taken: Int, isRepeated: Bool, refusedCount: Int, refused: [Refused], files: [String]
    ) {
        self.taken = taken
        self.isRepeated = isRepeated
        self.refusedCount = refusedCount
        self.refused = refused
        self.files = files
    }
}

extension Answers {
    package static let rowsTaken: Shape<RowsTakenAnswer> = .object(
        "RowsTaken", "What became of rows that were sent.",
        [
            .count("taken", "Rows that are on disk now.") { $0.taken },
            .flag("repeated", "Whether a batch of the same key was taken before.") {
                $0.isRepeated
            },
            .count("refusedCount", "Rows that were not taken.") { $0.refusedCount },
            .list("refused", "The first 1,000 of them.", refusedRow) { $0.refused },
            .optionalText("file", "The first file that rows went to.") { $0.files.first },
            .field("files", "All of these files.", Shape<String>.text.list) { $0.files },
        ])

    private static let refusedRow: Shape<RowsTakenAnswer.Refused> = .object(
        "RefusedRow", "A row that was not taken.",
        [
            .count("index", "Its place among the rows sent, from 0.") { $0.index },
            .text("reason", "Why, as the end of a sentence about the row.") { $0.reason },
        ])
}
