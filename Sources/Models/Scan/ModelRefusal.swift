/// Why a file is not given to the runtime, found by a look at its bytes alone.
public enum ModelRefusal: Error, Sendable, Hashable {
    /// Larger than is accepted.
    case tooLarge(bytes: Int, limit: Int)
}
