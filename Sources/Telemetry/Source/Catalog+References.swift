public import Values

extension Catalog {
    /// The reference to a device for reports. The index must be one of the catalog's.
    public func deviceRef(_ index: Int) -> DeviceRef {
        DeviceRef(index: index, name: devices[index].name)
    }

    /// The references to codes for reports, in the catalog's order; `rank` counts within a kind.
    public var codeRefs: [CodeRef] {
        var ranks: [EventKind: Int] = [:]
        return codes.enumerated().map { index, code in
            let rank = ranks[code.kind, default: 0]
            ranks[code.kind] = rank + 1
            return CodeRef(index: index, kind: code.kind, name: code.name, rank: rank)
        }
    }

    /// The references to readings for reports, in the catalog's order.
    public var metricRefs: [MetricRef] {
        metrics.enumerated().map { index, metric in
            MetricRef(index: index, name: metric.name, unit: metric.unit)
        }
    }
}
