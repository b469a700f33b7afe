extension ColumnDecoder {
    /// A text column with its names read by `name`, which may give the same name for several texts
    /// and the empty one for "nothing given".
    mutating func dictionary(
        column: Int, _ name: (String) -> String = { $0 }
    ) -> DictionaryColumn {
        let (slices, indices) = texts(column: column)
        var names = [""]
        var lookup: [String: UInt32] = ["": 0]
        var codes: [UInt32] = [0]
        var isIdentity = true
        for (code, slice) in slices.enumerated().dropFirst() {
            let text = name(CellText.text(bytes.storage, in: slice, form: form))
            if let known = lookup[text] {
                codes.append(known)
                isIdentity = false
            } else {
                let next = UInt32(names.count)
                if next != UInt32(code) { isIdentity = false }
                lookup[text] = next
                codes.append(next)
                names.append(text)
            }
        }
        let mapped = isIdentity ? indices : indices.map { codes[Int($0)] }
        return DictionaryColumn(names: names, indices: mapped)
    }

    /// Several text columns joined by ` / `; empty only where all are.
    mutating func composite(columns: [Int], _ name: (String) -> String) -> DictionaryColumn {
        var joined = DictionaryColumn(indices: [UInt32](repeating: 0, count: rowCount))
        for (position, column) in columns.enumerated() {
            let part = dictionary(column: column, name)
            joined = position == 0 ? part : Self.joined(joined, part)
        }
        return joined
    }

    private static func joined(
        _ left: DictionaryColumn, _ right: DictionaryColumn
    ) -> DictionaryColumn {
        var result = DictionaryColumn()
        result.indices.reserveCapacity(left.indices.count)
        var lookup: [UInt64: UInt32] = [0: 0]
        for (one, other) in zip(left.indices, right.indices) {
            let key = UInt64(one) << 32 | UInt64(other)
            if let code = lookup[key] {
                result.indices.append(code)
                continue
            }
            let code = UInt32(result.names.count)
            lookup[key] = code
            result.names.append(left.names[Int(one)] + " / " + right.names[Int(other)])
            result.indices.append(code)
        }
        return result
    }
}

/// Names of devices as they compare between files.
enum DeviceNames {
    /// `1.0` and `1` name the same device: tables of numbers write both. Everything else stays.
    static func normalised(_ name: String) -> String {
        guard let dot = name.firstIndex(of: "."), dot != name.startIndex else { return name }
        let fraction = name[name.index(after: dot)...]
        guard !fraction.isEmpty, fraction.allSatisfy({ $0 == "0" }),
            name[..<dot].allSatisfy({ $0.isASCII && $0.isNumber })
        else { return name }
        return String(name[..<dot])
    }
}
