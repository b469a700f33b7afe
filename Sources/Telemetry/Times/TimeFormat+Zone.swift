import Values

extension TimeFormat {
    /// The zone that the values name by its IANA name; they are wall-clock times there.
    var ownZone: Zone? { layout?.zoneIdentifier.flatMap { Zone(named: $0) } }

    /// Whether the values are wall-clock times of a zone they do not name.
    var isNaive: Bool {
        if let count = TimeCount(self) { return !count.isUTC }
        return !hasZone && layout?.zoneIdentifier == nil
    }
}

extension FileSchema {
    /// The zone that the time column's values name by its IANA name.
    var zoneOfTimes: Zone? {
        guard case .column(let index) = time,
            let column = columns.first(where: { $0.index == index }),
            case .time(let format) = column.type
        else { return nil }
        return format.ownZone
    }
}
