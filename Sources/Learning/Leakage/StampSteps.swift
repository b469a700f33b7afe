import Values

/// The steps in which a log notes its times: seconds, minutes, hours or days on the wall.
struct StampSteps {
    static let day = 86_400.0
    private static let steps = [day, 3_600, 60]
    /// Stamps that are needed to tell steps by.
    private static let least = 5

    let axis: TimeAxis

    /// The longest step that all times are multiples of; 1 s where there are too few to tell, and the
    /// width of a row where times are no dates.
    func resolution(_ times: [Double]) -> Double {
        guard axis.isCalendar else { return axis.bucketWidth }
        let zone = Zone(of: axis.kind)
        guard Set(times).count >= Self.least else { return 1 }
        return Self.steps.first { step in
            times.allSatisfy { zone.wall($0).truncatingRemainder(dividingBy: step) == 0 }
        } ?? 1
    }

    /// Whether a log names only days.
    func namesDays(_ times: [Double]) -> Bool {
        axis.isCalendar && resolution(times) == Self.day
    }
}
