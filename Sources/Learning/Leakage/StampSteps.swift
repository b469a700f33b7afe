import Values

/// The steps in which a log notes its times: seconds, minutes, hours or days on the wall clock.
struct StampSteps {
    static let day = 86_400.0
    private static let steps = [day, 3_600, 60]
    /// Distinct times needed to tell a step.
    private static let least = 5

    let axis: TimeAxis

    /// The longest of these steps that all times are multiples of, in seconds; 1 where there are
    /// too few to tell, and the width of a row where times are not dates.
    func resolution(_ times: [Double]) -> Double {
        guard axis.isCalendar else { return axis.bucketWidth }
        let zone = Zone(of: axis.kind)
        guard Set(times).count >= Self.least else { return 1 }
        return Self.steps.first { step in
            times.allSatisfy { zone.wall($0).truncatingRemainder(dividingBy: step) == 0 }
        } ?? 1
    }

    /// Whether a log notes only days.
    func namesDays(_ times: [Double]) -> Bool {
        axis.isCalendar && resolution(times) == Self.day
    }
}
