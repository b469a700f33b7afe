/// What a model's file says about the model, read without the runtime.
///
/// All text in it was written by the maker of the file, whoever that is: escape it where it is
/// shown.
public struct ModelCard: Sendable, Hashable {
    /// A set of operators and its version; the empty domain is the standard one.
    public struct OperatorSet: Sendable, Hashable {
        /// The name space; empty for the standard operators.
        public let domain: String

        /// The version of the set.
        public let version: Int64

        /// `domain` is empty for the standard operators.
        public init(domain: String, version: Int64) {
            self.domain = domain
            self.version = version
        }
    }

    /// The version of the file format, `ir_version`.
    public var irVersion: Int64 = 0

    /// The tool that wrote the file, as it names itself.
    public var producer = ""

    /// The version of that tool.
    public var producerVersion = ""

    /// The maker's version of the model; exporters that are not told one write odd numbers.
    public var modelVersion: Int64 = 0

    /// The maker's description of the model, often empty.
    public var summary = ""

    /// The operator sets, each once, in the file's order.
    public var operatorSets: [OperatorSet] = []

    /// What must be given to the model; inputs with a default are not among them.
    public var inputs: [OnnxPort] = []

    /// What the model gives, in its order.
    public var outputs: [OnnxPort] = []

    /// The maker's further entries, such as `feature_names`.
    public var metadata: [String: String] = [:]

    /// The number of nodes, including those of inner graphs.
    public var nodeCount = 0

    /// The size of the file in bytes.
    public var byteCount = 0

    /// The SHA-256 of the file in lower-case hexadecimal digits.
    public var sha256 = ""

    /// An empty card, filled by `ModelScan`.
    public init() {}
}
