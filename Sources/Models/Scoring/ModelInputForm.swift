public import Values

/// How rows of features are given to a model.
public enum ModelInputForm: Sendable, Hashable {
    /// One input that takes one row of features per row of data.
    case matrix(Port, features: Int?)

    /// One input that takes one window of consecutive rows per row of data; open sizes are nil.
    case windows(Port, length: Int?, features: Int?)

    /// One input per feature, named after it.
    case columns([Port])

    /// An input that takes numbers.
    public struct Port: Sendable, Hashable {
        /// The input's name.
        public let name: String

        /// The type of its numbers.
        public let type: OnnxElementType

        /// The number of rows or windows it takes at once, when that is fixed.
        public let batch: Int?

        /// The number of axes, 1 to 3; 2 where the model leaves it open.
        let rank: Int
    }

    /// Inputs whose fixed sizes multiply to more numbers than this are not fed.
    static let maximumElements = 1 << 24

    /// Finds the form of a model's inputs.
    ///
    /// - Throws: `ModelError.unsupported` naming an input of another form, type or size.
    public init(_ inputs: [OnnxPort]) throws(ModelError) {
        var ports: [Port] = []
        for input in inputs { ports.append(try Port(input)) }
        guard let first = ports.first else { throw .unsupported(.input(name: "")) }
        let sizes = inputs[0].type?.dims?.map(\.size) ?? [nil, nil]
        guard let count = OnnxTensor.elementCount(sizes.compactMap(\.self)),
            count <= Self.maximumElements
        else { throw .unsupported(.inputTooLarge(name: first.name)) }
        if ports.count == 1, first.rank == 2 {
            self = .matrix(first, features: sizes[1])
        } else if ports.count == 1, first.rank == 3 {
            self = .windows(first, length: sizes[1], features: sizes[2])
        } else {
            for (input, port) in zip(inputs, ports) {
                let width = input.type?.dims?.dropFirst().first?.size ?? 1
                guard port.rank <= 2, width == 1 else {
                    throw .unsupported(.input(name: port.name))
                }
            }
            self = .columns(ports)
        }
    }

    /// The number of rows or windows taken at once, when that is fixed.
    public var batch: Int? {
        switch self {
        case .matrix(let port, _), .windows(let port, _, _): port.batch
        case .columns(let ports): ports.compactMap(\.batch).first
        }
    }

    /// The number of features per row, when the model says it.
    public var featureCount: Int? {
        switch self {
        case .matrix(_, let features), .windows(_, _, let features): features
        case .columns(let ports): ports.count
        }
    }
}

extension ModelInputForm.Port {
    fileprivate init(_ input: OnnxPort) throws(ModelError) {
        guard case .tensor(let type, let dims) = input.type else {
            throw .unsupported(.input(name: input.name))
        }
        guard [.float32, .float64, .int32, .int64].contains(type) else {
            throw .unsupported(.inputType(name: input.name))
        }
        let rank = dims?.count ?? 2
        guard (1...3).contains(rank), dims?.allSatisfy({ $0.size != 0 }) ?? true else {
            throw .unsupported(.input(name: input.name))
        }
        self.init(name: input.name, type: type, batch: dims?.first?.size, rank: rank)
    }
}
