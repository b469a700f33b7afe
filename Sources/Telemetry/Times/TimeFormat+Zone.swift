import Values

extension TimeFormat {
    /// The zone whose wall times the values are, where they name one themselves.
    var ownZone: Zone? { layout?.zoneIdentifier.flatMap { Zone(named: $0) } }

    /// The values are wall times of a zone that they do not name.
    var isNaive: Bool {
        if let count = TimeCount(self) { return !count.isUTC }
        return !hasZone && layout?.zoneIdentifier == nil
    }
}

extension FileSchema {
    /// The zone that the values of the time column name without an offset.
    var zoneOfTimes: Zone? {
        guard case .column(let index) = time,
            let column = columns.first(where: { $0.index == index }),
            case .time(let format) = column.type
        else { return nil }
        return format.ownZone
    }
}
