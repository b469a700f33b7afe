import COnnxRuntime

extension OnnxRuntime {
    /// Reads a type, and releases it; `.other` for kinds not read here and beyond four levels.
    func readAndReleaseType(_ type: OpaquePointer, depth: Int = 0) throws -> OnnxType {
        defer { unsafe api.type_release(type) }
        let kind: Int32 = unsafe try api.number { unsafe api.type_kind(type, $0) }
        guard depth < 4, let kind = ValueKind(rawValue: kind) else { return .other }
        switch kind {
        case .tensor:
            return unsafe try readTensorType(
                api.object { unsafe api.type_as_tensor(type, $0) })
        case .sequence:
            let sequence = unsafe try api.object { unsafe api.type_as_sequence(type, $0) }
            let element = unsafe try api.object {
                unsafe api.sequence_element_type(sequence, $0)
            }
            return .sequence(unsafe try readAndReleaseType(element, depth: depth + 1))
        case .map:
            let map = unsafe try api.object { unsafe api.type_as_map(type, $0) }
            let key: Int32 = unsafe try api.number { unsafe api.map_key_type(map, $0) }
            guard let key = OnnxElementType(rawValue: key) else { return .other }
            let value = unsafe try api.object { unsafe api.map_value_type(map, $0) }
            return .map(
                key: key, value: unsafe try readAndReleaseType(value, depth: depth + 1))
        }
    }

    private func readTensorType(_ shape: OpaquePointer) throws -> OnnxType {
        let code: Int32 = unsafe try api.number { unsafe api.shape_element_type(shape, $0) }
        guard let element = OnnxElementType(rawValue: code) else { return .other }
        let sizes = unsafe try readDims(shape)
        var names = unsafe [UnsafePointer<CChar>?](repeating: nil, count: sizes.count)
        unsafe try api.check(api.shape_dim_names(shape, &names, names.count))
        let dims = zip(sizes, unsafe names.map { unsafe $0.map { unsafe String(cString: $0) } })
            .map { size, name -> OnnxDimension in
                if size >= 0 { return .fixed(Int(size)) }
                return name.flatMap { $0.isEmpty ? nil : .symbolic($0) } ?? .unknown
            }
        return .tensor(element, dims: dims)
    }

    /// The size along each axis; -1 for an open one.
    func readDims(_ shape: OpaquePointer) throws -> [Int64] {
        let rank: Int = unsafe try api.number { unsafe api.shape_rank(shape, $0) }
        var dims = [Int64](repeating: 0, count: rank)
        unsafe try api.check(api.shape_dims(shape, &dims, rank))
        return dims
    }
}

/// What a value of the runtime is; the raw values are its own.
enum ValueKind: Int32 {
    case tensor = 1
    case sequence = 2
    case map = 3
}
