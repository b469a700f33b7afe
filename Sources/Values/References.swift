/// A device as reports name it.
public struct DeviceRef: Sendable, Hashable {
    /// Index in the data set's catalog.
    public var index: Int
    /// The name as the files give it.
    public var name: String

    /// Makes a reference.
    public init(index: Int, name: String) {
        self.index = index
        self.name = name
    }
}

/// A measured quantity as reports name it.
public struct MetricRef: Sendable, Hashable {
    /// Index in the data set's catalog.
    public var index: Int
    /// The name as the files give it.
    public var name: String
    /// The unit, where one is known.
    public var unit: String?

    /// Makes a reference.
    public init(index: Int, name: String, unit: String?) {
        self.index = index
        self.name = name
        self.unit = unit
    }
}

/// A code as reports name it.
public struct CodeRef: Sendable, Hashable {
    /// Index in the data set's catalog.
    public var index: Int
    /// What sort it is.
    public var kind: EventKind
    /// The name as the files give it.
    public var name: String
    /// Its place among the codes of its kind by falling count, from 0: fixes its colour on all pages.
    public var rank: Int

    /// Makes a reference.
    public init(index: Int, kind: EventKind, name: String, rank: Int) {
        self.index = index
        self.kind = kind
        self.name = name
        self.rank = rank
    }
}
