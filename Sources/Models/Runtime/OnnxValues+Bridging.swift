import COnnxRuntime

extension OnnxRuntime {
    /// Copies a tensor into the runtime's memory; the caller must release the value.
    func makeValue(_ tensor: OnnxTensor) throws -> OpaquePointer {
        let dims = tensor.dims.map(Int64.init)
        let type = tensor.data.elementType.rawValue
        let value = unsafe try api.object {
            unsafe api.tensor_create(allocator, dims, dims.count, type, $0)
        }
        do {
            unsafe try fill(value, with: tensor.data)
        } catch {
            unsafe api.value_release(value)
            throw error
        }
        return unsafe value
    }

    private func fill(_ value: OpaquePointer, with data: OnnxTensorData) throws {
        switch data {
        case .float32(let elements): unsafe try copy(elements, into: value)
        case .float64(let elements): unsafe try copy(elements, into: value)
        case .int32(let elements): unsafe try copy(elements, into: value)
        case .int64(let elements): unsafe try copy(elements, into: value)
        case .bool(let elements):
            unsafe try copy(elements.map { UInt8($0 ? 1 : 0) }, into: value)
        case .string(let texts):
            unsafe try withCStrings(texts) {
                unsafe try api.check(api.tensor_fill_text(value, $0, texts.count))
            }
        }
    }

    private func copy<Element: BitwiseCopyable>(
        _ elements: [Element], into value: OpaquePointer
    ) throws {
        guard !elements.isEmpty else { return }
        let target = unsafe try data(value)
        unsafe elements.withUnsafeBytes { source in
            guard let start = source.baseAddress else { return }
            unsafe target.copyMemory(from: start, byteCount: source.count)
        }
    }

    private func data(_ value: OpaquePointer) throws -> UnsafeMutableRawPointer {
        var pointer: UnsafeMutableRawPointer?
        unsafe try api.check(api.tensor_data(value, &pointer))
        guard let pointer = unsafe pointer else {
            throw OnnxRuntimeError(code: 1, message: "a tensor without data")
        }
        return unsafe pointer
    }

    /// Copies a value out of the runtime's memory.
    ///
    /// - Throws: `UnreadableValue` for a kind or an element type that is not read here.
    func readValue(_ value: OpaquePointer?, depth: Int = 0) throws -> OnnxValue {
        guard let value = unsafe value, depth < 4 else { throw UnreadableValue(what: "no value") }
        let kind: Int32 = unsafe try api.number { unsafe api.value_kind(value, $0) }
        switch ValueKind(rawValue: kind) {
        case .tensor:
            return .tensor(unsafe try readTensor(value))
        case .sequence:
            let count: Int = unsafe try api.number { unsafe api.value_count(value, $0) }
            return .sequence(
                try (0..<count).map { unsafe try readElement($0, of: value, depth: depth) })
        case .map:
            guard case .tensor(let keys) = unsafe try readElement(0, of: value, depth: depth),
                case .tensor(let values) = unsafe try readElement(1, of: value, depth: depth)
            else { throw UnreadableValue(what: "map") }
            return .map(keys: keys, values: values)
        case nil:
            throw UnreadableValue(what: "kind \(kind)")
        }
    }

    private func readElement(
        _ index: Int, of value: OpaquePointer, depth: Int
    ) throws -> OnnxValue {
        let element = unsafe try api.object {
            unsafe api.value_element(
                value, Int32(truncatingIfNeeded: index), allocator, $0)
        }
        defer { unsafe api.value_release(element) }
        return unsafe try readValue(element, depth: depth + 1)
    }

    private func readTensor(_ value: OpaquePointer) throws -> OnnxTensor {
        let shape = unsafe try api.object { unsafe api.tensor_shape(value, $0) }
        defer { unsafe api.shape_release(shape) }
        let count: Int = unsafe try api.number { unsafe api.shape_element_count(shape, $0) }
        let code: Int32 = unsafe try api.number { unsafe api.shape_element_type(shape, $0) }
        guard count <= WorkerMessage.maximumLength / 8 else {
            throw UnreadableValue(what: "\(count) elements")
        }
        let dims = unsafe try readDims(shape).map(Int.init)
        let data = unsafe try readElements(value, code: code, count: count)
        guard let tensor = OnnxTensor(dims: dims, data: data) else {
            throw UnreadableValue(what: "dims")
        }
        return tensor
    }

    private func readElements(
        _ value: OpaquePointer, code: Int32, count: Int
    ) throws -> OnnxTensorData {
        switch OnnxElementType(rawValue: code) {
        case .float32: .float32(unsafe try elements(value, count))
        case .float64: .float64(unsafe try elements(value, count))
        case .int32: .int32(unsafe try elements(value, count))
        case .int64: .int64(unsafe try elements(value, count))
        case .bool: .bool(unsafe try elements(value, count, of: UInt8.self).map { $0 != 0 })
        case .string: .string(unsafe try texts(value, count))
        case .int8: .int32(unsafe try elements(value, count, of: Int8.self).map(Int32.init))
        case .uint8: .int32(unsafe try elements(value, count, of: UInt8.self).map(Int32.init))
        case .int16: .int32(unsafe try elements(value, count, of: Int16.self).map(Int32.init))
        case .uint16: .int32(unsafe try elements(value, count, of: UInt16.self).map(Int32.init))
        case .uint32: .int64(unsafe try elements(value, count, of: UInt32.self).map(Int64.init))
        case .float16:
            .float32(unsafe try elements(value, count, of: UInt16.self).map(Float.init(half:)))
        case .bfloat16:
            .float32(
                unsafe try elements(value, count, of: UInt16.self).map {
                    Float(bitPattern: UInt32($0) << 16)
                })
        case let type: throw UnreadableValue(what: type?.name ?? "element type \(code)")
        }
    }

    private func elements<Element: BitwiseCopyable>(
        _ value: OpaquePointer, _ count: Int, of type: Element.Type = Element.self
    ) throws -> [Element] {
        guard count > 0 else { return [] }
        let start = unsafe try data(value).assumingMemoryBound(to: Element.self)
        return unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }

    private func texts(_ value: OpaquePointer, _ count: Int) throws -> [String] {
        guard count > 0 else { return [] }
        let size: Int = unsafe try api.number { unsafe api.tensor_text_bytes(value, $0) }
        guard size <= WorkerMessage.maximumLength else {
            throw UnreadableValue(what: "\(size) bytes of text")
        }
        var bytes = [UInt8](repeating: 0, count: max(size, 1))
        var offsets = [Int](repeating: 0, count: count)
        unsafe try api.check(api.tensor_text(value, &bytes, size, &offsets, count))
        return offsets.indices.map { index in
            let end = index + 1 < count ? offsets[index + 1] : size
            return String(decoding: bytes[offsets[index]..<end], as: UTF8.self)
        }
    }
}

/// A result that has no form among `OnnxValue`.
struct UnreadableValue: Error, Sendable {
    let what: String
}

extension Float {
    /// Widens a 16-bit float (IEEE 754 binary16), which Swift has no type for on every platform.
    init(half bits: UInt16) {
        let sign: Float = bits & 0x8000 == 0 ? 1 : -1
        let exponent = Int(bits >> 10 & 0x1f)
        let fraction = Float(bits & 0x3ff) / 1024
        switch exponent {
        case 0: self = sign * fraction * 0x1p-14
        case 0x1f: self = fraction == 0 ? sign * .infinity : .nan
        default:
            self = sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction)
        }
    }
}
