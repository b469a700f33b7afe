extension ColumnDecoder {
    /// A text column; `name` may replace texts, and gives `nil` to keep one. Several texts may get
    /// the same name, or the empty one, which means that nothing is given.
    mutating func dictionary(
        column: Int, _ name: (String) -> String? = { _ in nil }
    ) -> DictionaryColumn {
        let (slices, indices) = texts(column: column)
        var names = [""]
        names.reserveCapacity(slices.count)
        var isChanged = false
        for slice in slices.dropFirst() {
            let text = CellText.text(bytes.storage, in: slice, form: form)
            let changed = name(text)
            // Texts of different bytes are the same where only their quotes differ.
            if changed != nil || bytes.storage[slice.lowerBound] == form.quote { isChanged = true }
            names.append(changed ?? text)
        }
        let column = DictionaryColumn(names: names, indices: indices)
        return isChanged ? Self.merged(column) : column
    }

    /// The column with each name only once, the empty one first.
    private static func merged(_ column: DictionaryColumn) -> DictionaryColumn {
        var result = DictionaryColumn()
        var lookup: [String: UInt32] = ["": 0]
        let codes = column.names.map { name -> UInt32 in
            if let known = lookup[name] { return known }
            let code = UInt32(result.names.count)
            lookup[name] = code
            result.names.append(name)
            return code
        }
        result.indices = column.indices.map { codes[Int($0)] }
        return result
    }

    /// Several text columns joined by ` / `; empty only where all are.
    mutating func composite(columns: [Int], _ name: (String) -> String?) -> DictionaryColumn {
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

/// Makes names of devices comparable between files.
enum DeviceNames {
    /// `1` for `1.0`, as tables of numbers write both; `nil` where the name stays.
    static func normalised(_ name: String) -> String? {
        guard name.utf8.last == 0x30, let dot = name.utf8.firstIndex(of: 0x2E),
            dot != name.startIndex,
            name.utf8[name.utf8.index(after: dot)...].allSatisfy({ $0 == 0x30 }),
            name.utf8[..<dot].allSatisfy({ $0 &- 0x30 < 10 })
        else { return nil }
        return String(name[..<dot])
    }
}
