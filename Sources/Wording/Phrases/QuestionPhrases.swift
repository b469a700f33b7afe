package import Values

/// Words about what a file leaves open.
package protocol QuestionPhrases {
    /// The question with its evidence.
    func question(_ question: SchemaQuestion, in schema: FileSchema) -> Sentence
    /// The text of an answer's button.
    func answer(_ choice: SchemaQuestion.Choice) -> String
    /// `1 question about a file`, for the header of every page.
    func questionMark(_ count: Int) -> String
    /// `1 question`, for beside the file's name.
    func questionTag(_ count: Int) -> String
}
