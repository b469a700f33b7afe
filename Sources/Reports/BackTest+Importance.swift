extension BackTest {
    /// What features are made from: a reading, a code, an attribute or the device's age.
    public struct Source: Sendable, Hashable, Codable {
        /// What a feature is derived from.
        public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
            case reading, error, failure, repair, other, attribute, age
        }

        /// What `name` is a name of.
        public var kind: Kind
        /// The name of the reading, code or attribute as the files give it; empty for the device's
        /// age.
        public var name: String

        /// A source by kind and name; the age has an empty name.
        public init(_ kind: Kind, _ name: String) {
            self.kind = kind
            self.name = name
        }
    }

    /// Permutation importance: how much worse the predictions get when all features of one source
    /// are shuffled among the rows (Breiman 2001).
    public struct Importance: Sendable, Hashable, Codable {
        /// The source whose features are shuffled.
        public var source: Source
        /// By how much average precision falls, or the RMSE of remaining life rises, in the axis'
        /// unit.
        public var loss: Double

        /// A source and the loss without it; see `loss`.
        public init(_ source: Source, loss: Double) {
            self.source = source
            self.loss = loss
        }
    }
}
