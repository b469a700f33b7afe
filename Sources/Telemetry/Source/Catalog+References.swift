public import Values

extension Catalog {
    /// The readings as reports name them, in the catalog's order.
    public var metricRefs: [MetricRef] {
        metrics.enumerated().map { index, metric in
            MetricRef(index: index, name: metric.name, unit: metric.unit)
        }
    }
}
