extension Zone {
    /// The wall clock of an axis; UTC where times are no dates or this system knows the zone no more.
    package init(of kind: TimeKind) {
        guard case .time(let name, _) = kind else {
            self = .utc
            return
        }
        self = Zone(named: name) ?? .utc
    }

    /// The date and time on the wall.
    package func civil(_ time: Double) -> CivilTime {
        CivilTime(secondsSince1970: wall(time))
    }

    /// The moment of a wall time: of one that occurs twice the earlier, of one that is skipped the
    /// moment of the change.
    package func time(of civil: CivilTime) -> Double { time(ofWall: civil.secondsSince1970) }
}
