// How tensors, values, types and descriptions are written in messages.

extension ByteWriter {
    mutating func write(_ tensor: OnnxTensor) {
        write(tensor.data.elementType.rawValue)
        write(list: tensor.dims) { $0.write(Int64($1)) }
        switch tensor.data {
        case .float32(let elements): write(numbers: elements)
        case .float64(let elements): write(numbers: elements)
        case .int32(let elements): write(numbers: elements)
        case .int64(let elements): write(numbers: elements)
        case .bool(let elements): write(list: elements) { $0.write($1) }
        case .string(let elements): write(list: elements) { $0.write($1) }
        }
    }

    mutating func write(_ value: OnnxValue) {
        switch value {
        case .tensor(let tensor):
            write(UInt8(0))
            write(tensor)
        case .map(let keys, let values):
            write(UInt8(1))
            write(keys)
            write(values)
        case .sequence(let elements):
            write(UInt8(2))
            write(list: elements) { $0.write($1) }
        }
    }

    mutating func write(_ type: OnnxType) {
        switch type {
        case .tensor(let element, let dims):
            write(UInt8(0))
            write(element.rawValue)
            write(dims != nil)
            write(list: dims ?? []) { $0.write($1) }
        case .sequence(let element):
            write(UInt8(1))
            write(element)
        case .map(let key, let value):
            write(UInt8(2))
            write(key.rawValue)
            write(value)
        case .other:
            write(UInt8(3))
        }
    }

    mutating func write(_ dimension: OnnxDimension) {
        switch dimension {
        case .fixed(let size):
            write(UInt8(0))
            write(Int64(size))
        case .symbolic(let name):
            write(UInt8(1))
            write(name)
        case .unknown:
            write(UInt8(2))
        }
    }

    mutating func write(_ port: OnnxPort) {
        write(port.name)
        write(port.type ?? .other)
    }

    mutating func write(_ session: SessionDescription) {
        write(list: session.inputs) { $0.write($1) }
        write(list: session.outputs) { $0.write($1) }
        write(list: session.metadata.sorted { $0.key < $1.key }) {
            $0.write($1.key)
            $0.write($1.value)
        }
        for text in [session.producer, session.graphName, session.domain, session.summary] {
            write(text)
        }
        write(session.version)
    }
}

extension ByteReader {
    /// Deeper nesting than any model here gives: a sequence of maps is two.
    private static let maximumDepth = 8

    private mutating func readElementType() throws -> OnnxElementType {
        guard let type = OnnxElementType(rawValue: try read()) else { throw MalformedBytes() }
        return type
    }

    private mutating func readSize() throws -> Int {
        guard let size = Int(exactly: try read(Int64.self)) else { throw MalformedBytes() }
        return size
    }

    mutating func readTensor() throws -> OnnxTensor {
        let type = try readElementType()
        let dims = try readList { try $0.readSize() }
        guard let tensor = OnnxTensor(dims: dims, data: try readElements(type)) else {
            throw MalformedBytes()
        }
        return tensor
    }

    private mutating func readElements(
        _ type: OnnxElementType
    ) throws -> OnnxTensorData {
        switch type {
        case .float32: .float32(try readNumbers())
        case .float64: .float64(try readNumbers())
        case .int32: .int32(try readNumbers())
        case .int64: .int64(try readNumbers())
        case .bool:
            .bool(try readList { try $0.readFlag() })
        case .string:
            .string(try readList { try $0.readText() })
        default: throw MalformedBytes()
        }
    }

    mutating func readValue(depth: Int = 0) throws -> OnnxValue {
        guard depth < ByteReader.maximumDepth else { throw MalformedBytes() }
        switch try read(UInt8.self) {
        case 0: return .tensor(try readTensor())
        case 1: return .map(keys: try readTensor(), values: try readTensor())
        case 2:
            return .sequence(
                try readList {
                    try $0.readValue(depth: depth + 1)
                })
        default: throw MalformedBytes()
        }
    }

    private mutating func readType(depth: Int = 0) throws -> OnnxType {
        guard depth < ByteReader.maximumDepth else { throw MalformedBytes() }
        switch try read(UInt8.self) {
        case 0:
            let element = try readElementType()
            let isRanked = try readFlag()
            let dims = try readList { try $0.readDimension() }
            return .tensor(element, dims: isRanked ? dims : nil)
        case 1: return .sequence(try readType(depth: depth + 1))
        case 2: return .map(key: try readElementType(), value: try readType(depth: depth + 1))
        case 3: return .other
        default: throw MalformedBytes()
        }
    }

    private mutating func readDimension() throws -> OnnxDimension {
        switch try read(UInt8.self) {
        case 0: .fixed(try readSize())
        case 1: .symbolic(try readText())
        case 2: .unknown
        default: throw MalformedBytes()
        }
    }

    private mutating func readPort() throws -> OnnxPort {
        OnnxPort(name: try readText(), type: try readType())
    }

    mutating func readSession() throws -> SessionDescription {
        let inputs = try readList { try $0.readPort() }
        let outputs = try readList { try $0.readPort() }
        var metadata: [String: String] = [:]
        let entries = try readList { (try $0.readText(), try $0.readText()) }
        for (key, value) in entries { metadata[key] = value }
        return SessionDescription(
            inputs: inputs, outputs: outputs, metadata: metadata, producer: try readText(),
            graphName: try readText(), domain: try readText(), summary: try readText(),
            version: try read())
    }
}
