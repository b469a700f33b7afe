extension BackTest {
    /// What features are made of.
    public struct Source: Sendable, Hashable, Codable {
        /// Where it comes from.
        public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case reading, error, failure, repair, other, attribute, age
        }

        /// Where it comes from.
        public var kind: Kind
        /// The name of the reading, code or attribute; empty for the device's age.
        public var name: String

        /// Names a source.
        public init(_ kind: Kind, _ name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// Permutation importance: how much worse the predictions get when all features of a source are those
    /// of other rows (Breiman 2001).
    public struct Importance: Sendable, Hashable, Codable {
        /// What was shuffled among the rows.
        public var source: Source
        /// By how much average precision falls, or the error of remaining life rises.
        public var loss: Double

        /// A source and what it is worth.
        public init(_ source: Source, loss: Double) {
            self.source = source
            self.loss = loss
        }
    }
}
