/// Why a file of inputs for a model is not of the expected form.
public enum FeedsFault: Sendable, Hashable {
    /// No JSON, or not of the expected shape: where, and the reader's words.
    case json(path: String, reason: String)

    /// A type that is not fed to models.
    case type(input: String, found: String)

    /// Another number of elements than the dimensions say.
    case elementCount(input: String, dims: [Int], found: Int)
}
