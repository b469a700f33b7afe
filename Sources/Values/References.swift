/// A device as reports refer to it.
public struct DeviceRef: Sendable, Hashable {
    /// Index in the catalog of the data set.
    public var index: Int
    /// The device's name as the files give it.
    public var name: String

    /// `index` is that of the catalog's devices.
    public init(index: Int, name: String) {
        self.index = index
        self.name = name
    }
}

/// A metric, one measured quantity, as reports refer to it.
public struct MetricRef: Sendable, Hashable {
    /// Index among the metrics of the catalog.
    public var index: Int
    /// The column's or signal's name as the files give it.
    public var name: String
    /// The unit; `nil` where none is known.
    public var unit: String?

    /// `index` is that of the catalog's metrics.
    public init(index: Int, name: String, unit: String?) {
        self.index = index
        self.name = name
        self.unit = unit
    }
}

/// A code of events as reports refer to it.
public struct CodeRef: Sendable, Hashable {
    /// Index among the codes of the catalog.
    public var index: Int
    /// Whether it stands for errors, failures, repairs or other events.
    public var kind: EventKind
    /// The code as the files write it.
    public var name: String
    /// Its place among the codes of its kind by descending count, from 0: decides its colour on all
    /// pages.
    public var rank: Int

    /// `index` is that of the catalog's codes, `rank` that within its kind.
    public init(index: Int, kind: EventKind, name: String, rank: Int) {
        self.index = index
        self.kind = kind
        self.name = name
        self.rank = rank
    }
}
