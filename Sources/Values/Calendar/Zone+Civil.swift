extension Zone {
    /// The wall clock of an axis; UTC where times are not dates, or where this system does not know
    /// the zone.
    package init(of kind: TimeKind) {
        guard case .time(let name, _) = kind else {
            self = .utc
            return
        }
        self = Zone(named: name) ?? .utc
    }

    /// The wall time of a moment given in epoch seconds.
    package func civil(_ time: Double) -> CivilTime {
        CivilTime(secondsSince1970: wall(time))
    }

    /// The moment of a wall time, in epoch seconds: the earlier one where it occurs twice, the
    /// moment of the change where it is skipped.
    package func time(of civil: CivilTime) -> Double { time(ofWall: civil.secondsSince1970) }
}
