extension ModelScanner {
    /// Counts nodes and notes what is refused; graphs within nodes are walked too. Inputs, outputs
    /// and constants are those of the outermost graph.
    mutating func scanGraph(_ range: Range<Int>, depth: Int) throws(ScanFault) {
        try check(depth: depth)
        let isOutermost = depth == 1
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            guard case .bytes(let range) = field.content else { continue }
            switch field.number {
            case 1: try scanNode(range, depth: depth + 1)
            case 5:
                let name = try scanTensor(range, depth: depth + 1)
                if isOutermost { initializers.insert(name) }
            case 11 where isOutermost: card.inputs.append(try readPort(range, depth: depth + 1))
            case 12 where isOutermost: card.outputs.append(try readPort(range, depth: depth + 1))
            case 15: try scanSparseTensor(range, depth: depth + 1)
            default: break
            }
        }
    }

    private mutating func scanNode(_ range: Range<Int>, depth: Int) throws(ScanFault) {
        try check(depth: depth)
        card.nodeCount += 1
        var operatorName = ""
        var hasGraph = false
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            guard case .bytes(let range) = field.content else { continue }
            switch field.number {
            case 4: operatorName = text(range)
            case 5: hasGraph = try scanAttribute(range, depth: depth + 1) || hasGraph
            default: break
            }
        }
        // Only nodes that run a graph of their own have one as attribute.
        if hasGraph || ["If", "Loop", "Scan"].contains(operatorName) {
            controlFlow = controlFlow ?? operatorName
        }
    }

    /// Returns whether the attribute holds a graph.
    private mutating func scanAttribute(
        _ range: Range<Int>, depth: Int
    ) throws(ScanFault) -> Bool {
        try check(depth: depth)
        var hasGraph = false
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            guard case .bytes(let range) = field.content else { continue }
            switch field.number {
            case 5, 10: _ = try scanTensor(range, depth: depth + 1)
            case 6, 11:
                hasGraph = true
                try scanGraph(range, depth: depth + 1)
            case 14, 15: _ = try readType(range, depth: depth + 1)
            case 22, 23: try scanSparseTensor(range, depth: depth + 1)
            default: break
            }
        }
        return hasGraph
    }

    /// Returns the tensor's name, and notes where its numbers lie if that is another file.
    private mutating func scanTensor(_ range: Range<Int>, depth: Int) throws(ScanFault) -> String {
        try check(depth: depth)
        var name = ""
        var location: String?
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            switch (field.number, field.content) {
            case (8, .bytes(let range)): name = text(range)
            case (13, .bytes(let range)):
                let entry = try readEntry(range)
                location = entry.key == "location" ? entry.value : location ?? ""
            case (14, .varint(1)): location = location ?? ""
            default: break
            }
        }
        if let location { externalLocations.append(location) }
        return name
    }

    private mutating func scanSparseTensor(_ range: Range<Int>, depth: Int) throws(ScanFault) {
        try check(depth: depth)
        var reader = ProtobufReader(bytes, in: range)
        while let field = try next(&reader) {
            if case .bytes(let range) = field.content, field.number == 1 || field.number == 2 {
                _ = try scanTensor(range, depth: depth + 1)
            }
        }
    }
}
