/// A model as it is written into a file.
///
/// Writes operator set 17 and version 8 of the format, which runtimes from 1.19 on accept. The same
/// model gives the same bytes.
public struct OnnxWriter: Sendable, Hashable {
    /// What the model computes; written as it is.
    public var graph: OnnxGraph

    /// The tool that made it.
    public var producer = "perfmon"

    /// The version of the model, not of the format.
    public var modelVersion: Int64 = 1

    /// A description of the model, for people; left out when empty.
    public var summary = ""

    /// Further entries; written in the order of their keys.
    public var metadata: [String: String] = [:]

    /// A model of a graph, with no metadata yet.
    public init(_ graph: OnnxGraph) {
        self.graph = graph
    }

    /// The set of operators of classical models, such as trees.
    static let learningDomain = "ai.onnx.ml"

    /// The bytes of the file.
    ///
    /// Field numbers are those of the ONNX format's messages. The graph is written as it is: a
    /// runtime refuses one whose nodes do not fit together.
    ///
    /// - Complexity: O(elements).
    public func bytes() -> [UInt8] {
        var model = ProtobufWriter()
        model.write(1, 8)
        model.write(2, producer)
        model.write(5, modelVersion)
        if !summary.isEmpty { model.write(6, summary) }
        model.write(7) { $0.write(graph) }
        model.write(8) { $0.write(2, 17) }
        if graph.nodes.contains(where: { $0.domain == OnnxWriter.learningDomain }) {
            model.write(8) {
                $0.write(1, OnnxWriter.learningDomain)
                $0.write(2, 3)
            }
        }
        for entry in metadata.sorted(by: { $0.key < $1.key }) {
            model.write(14) {
                $0.write(1, entry.key)
                $0.write(2, entry.value)
            }
        }
        return model.bytes
    }
}

extension ProtobufWriter {
    fileprivate mutating func write(_ graph: OnnxGraph) {
        for node in graph.nodes { write(1) { $0.write(node) } }
        write(2, graph.name)
        for initializer in graph.initializers {
            write(5) { $0.write(initializer.tensor, named: initializer.name) }
        }
        for port in graph.inputs { write(11) { $0.write(port) } }
        for port in graph.outputs { write(12) { $0.write(port) } }
    }

    private mutating func write(_ node: OnnxNode) {
        for name in node.inputs { write(1, name) }
        for name in node.outputs { write(2, name) }
        write(4, node.operatorName)
        for (name, value) in node.attributes.sorted(by: { $0.key < $1.key }) {
            write(5) {
                $0.write(1, name)
                $0.write(value)
            }
        }
        if !node.domain.isEmpty { write(7, node.domain) }
    }

    /// The value and its type, which must not be left out.
    private mutating func write(_ attribute: OnnxNode.Attribute) {
        switch attribute {
        case .float(let number):
            write(2, float: number)
            write(20, 1)
        case .int(let number):
            write(3, number)
            write(20, 2)
        case .ints(let numbers):
            for number in numbers { write(8, number) }
            write(20, 7)
        case .floats(let numbers):
            for number in numbers { write(7, float: number) }
            write(20, 6)
        case .text(let text):
            write(4, text)
            write(20, 3)
        case .texts(let texts):
            for text in texts { write(9, text) }
            write(20, 8)
        }
    }

    private mutating func write(_ tensor: OnnxTensor, named name: String) {
        for size in tensor.dims { write(1, Int64(size)) }
        write(2, Int64(tensor.data.elementType.rawValue))
        if case .string(let texts) = tensor.data {
            for text in texts { write(6, text) }
        }
        write(8, name)
        if let raw = tensor.data.littleEndian { write(9, raw) }
    }

    private mutating func write(_ port: OnnxPort) {
        write(1, port.name)
        guard case .tensor(let element, let dims) = port.type else { return }
        write(2) { type in
            type.write(1) { tensor in
                tensor.write(1, Int64(element.rawValue))
                guard let dims else { return }
                tensor.write(2) { shape in
                    for dimension in dims { shape.write(1) { $0.write(dimension) } }
                }
            }
        }
    }

    private mutating func write(_ dimension: OnnxDimension) {
        switch dimension {
        case .fixed(let size): write(1, Int64(size))
        case .symbolic(let name): write(2, name)
        case .unknown: break
        }
    }
}

extension OnnxTensorData {
    /// The elements as a file holds them; nil for text, which is kept in another field.
    fileprivate var littleEndian: [UInt8]? {
        switch self {
        case .float32(let elements): bytes(elements.map(\.bitPattern))
        case .float64(let elements): bytes(elements.map(\.bitPattern))
        case .int32(let elements): bytes(elements)
        case .int64(let elements): bytes(elements)
        case .bool(let elements): elements.map { $0 ? 1 : 0 }
        case .string: nil
        }
    }

    private func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
        numbers.flatMap { number in
            (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
        }
    }
}
