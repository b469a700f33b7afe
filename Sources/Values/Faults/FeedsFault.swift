/// Why a file of inputs for a model is not of the expected form.
public enum FeedsFault: Sendable, Hashable {
    /// No JSON, or not of the expected shape: where, and the reader's words.
    case json(path: String, reason: String)

    /// An element type that is not fed to models, by its name in the file.
    case type(input: String, found: String)

    /// The number of elements is not the product of the dimensions.
    case elementCount(input: String, dims: [Int], found: Int)
}
