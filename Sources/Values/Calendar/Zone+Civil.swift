extension Zone {
    /// The date and time on the wall.
    package func civil(_ time: Double) -> CivilTime {
        CivilTime(secondsSince1970: wall(time))
    }

    /// The moment of a wall time: of one that occurs twice the earlier, of one that is skipped the
    /// moment of the change.
    package func time(of civil: CivilTime) -> Double { time(ofWall: civil.secondsSince1970) }
}
