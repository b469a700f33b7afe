public import Values

extension Catalog {
    /// A device as reports name it; the index is one of the catalog's.
    public func deviceRef(_ index: Int) -> DeviceRef {
        DeviceRef(index: index, name: devices[index].name)
    }

    /// The codes as reports name them, in the catalog's order, ranked by kind.
    public var codeRefs: [CodeRef] {
        var ranks: [EventKind: Int] = [:]
        return codes.enumerated().map { index, code in
            let rank = ranks[code.kind, default: 0]
            ranks[code.kind] = rank + 1
            return CodeRef(index: index, kind: code.kind, name: code.name, rank: rank)
        }
    }

    /// The readings as reports name them, in the catalog's order.
    public var metricRefs: [MetricRef] {
        metrics.enumerated().map { index, metric in
            MetricRef(index: index, name: metric.name, unit: metric.unit)
        }
    }
}
