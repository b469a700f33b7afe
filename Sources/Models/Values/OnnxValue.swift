/// What a model takes or gives: a tensor, or the maps and sequences that classifiers give.
public indirect enum OnnxValue: Sendable, Hashable {
    case tensor(OnnxTensor)
    case map(keys: OnnxTensor, values: OnnxTensor)
    case sequence([OnnxValue])

    /// The tensor, unless it is something else.
    public var tensor: OnnxTensor? {
        if case .tensor(let tensor) = self { tensor } else { nil }
    }
}

extension OnnxValue {
    /// A sequence of maps that all have the same keys, as a table: one row per map.
    public struct MapTable: Sendable, Hashable {
        /// The keys, in their order in the first map: `int64` or `string`.
        public let keys: OnnxTensorData

        /// The values of each map in the order of `keys`.
        public let rows: [[Double]]
    }

    /// A sequence of maps (scikit-learn's ZipMap) as a table; nil for any other value, for maps
    /// whose keys differ and for values that are no numbers. An empty sequence has no keys.
    ///
    /// - Complexity: O(rows × keys).
    public var mapTable: MapTable? {
        guard case .sequence(let elements) = self else { return nil }
        var keys = OnnxTensorData.int64([])
        var rows: [[Double]] = []
        for (index, element) in elements.enumerated() {
            guard case .map(let mapKeys, let mapValues) = element,
                let numbers = mapValues.data.numbers, numbers.count == mapKeys.data.count
            else { return nil }
            if index == 0 { keys = mapKeys.data }
            guard keys == mapKeys.data else { return nil }
            rows.append(numbers)
        }
        return MapTable(keys: keys, rows: rows)
    }
}
