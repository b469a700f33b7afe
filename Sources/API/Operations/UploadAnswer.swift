/// Files that were taken into a set.
package struct UploadAnswer: Sendable {
    package var set: String
    package var files: [String]
    /// Whether the set had all of it before.
    package var wasKnown: Bool

    package init(set: String, files: [String], wasKnown: Bool) {
        self.set = set
        self.files = files
        self.wasKnown = wasKnown
    }
}

extension Answers {
    package static let upload: Shape<UploadAnswer> = .object(
        "Upload", "Files that were taken into a set.",
        [
            .text("set", "The set.") { $0.set },
            .field("files", "Their names in the set.", Shape<String>.text.list) { $0.files },
            .flag("known", "Whether the set had the same content before.") { $0.wasKnown },
        ])
}
