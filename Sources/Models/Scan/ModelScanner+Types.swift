extension ModelScanner {
    /// An input or output of the graph.
    func readPort(_ range: Range<Int>, depth: Int) throws(ScanFault) -> OnnxPort {
        var name = ""
        var type: OnnxType?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            guard case .bytes(let range) = field.content else { continue }
            switch field.number {
            case 1: name = text(range)
            case 2: type = try readType(range, depth: depth + 1)
            default: break
            }
        }
        return OnnxPort(name: name, type: type)
    }

    /// A type, which may hold others; nil when the message names none.
    func readType(_ range: Range<Int>, depth: Int) throws(ScanFault) -> OnnxType? {
        try check(depth: depth)
        var type: OnnxType?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            guard case .bytes(let range) = field.content else { continue }
            switch field.number {
            case 1: type = try readTensorType(range)
            case 4: type = .sequence(try readElement(range, depth: depth + 1))
            case 5: type = try readMapType(range, depth: depth + 1)
            case 8: type = .other
            case 9:
                _ = try readElement(range, depth: depth + 1)
                type = .other
            default: break
            }
        }
        return type
    }

    private func readElement(_ range: Range<Int>, depth: Int) throws(ScanFault) -> OnnxType {
        var element: OnnxType?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            if case .bytes(let range) = field.content, field.number == 1 {
                element = try readType(range, depth: depth + 1)
            }
        }
        return element ?? .other
    }

    private func readMapType(_ range: Range<Int>, depth: Int) throws(ScanFault) -> OnnxType {
        var key: OnnxElementType?
        var value: OnnxType?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .varint(let code)): key = elementType(code)
            case (2, .bytes(let range)): value = try readType(range, depth: depth + 1)
            default: break
            }
        }
        guard let key, let value else { return .other }
        return .map(key: key, value: value)
    }

    private func readTensorType(_ range: Range<Int>) throws(ScanFault) -> OnnxType {
        var element: OnnxElementType?
        var dims: [OnnxDimension]?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .varint(let code)): element = elementType(code)
            case (2, .bytes(let range)): dims = try readShape(range)
            default: break
            }
        }
        return element.map { .tensor($0, dims: dims) } ?? .other
    }

    private func readShape(_ range: Range<Int>) throws(ScanFault) -> [OnnxDimension] {
        var dims: [OnnxDimension] = []
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            if case .bytes(let range) = field.content, field.number == 1 {
                dims.append(try readDimension(range))
            }
        }
        return dims
    }

    private func readDimension(_ range: Range<Int>) throws(ScanFault) -> OnnxDimension {
        var dimension = OnnxDimension.unknown
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (1, .varint(let number)):
                let size = Int64(bitPattern: number)
                dimension = size >= 0 ? .fixed(Int(size)) : .unknown
            case (2, .bytes(let range)): dimension = .symbolic(text(range))
            default: break
            }
        }
        return dimension
    }

    private func elementType(_ code: UInt64) -> OnnxElementType? {
        Int32(exactly: code).flatMap(OnnxElementType.init(rawValue:))
    }
}
