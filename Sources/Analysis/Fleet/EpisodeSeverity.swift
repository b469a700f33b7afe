/// How grave a trouble is, 0 to 100: how plain it is to see, whether it goes on, and how many
/// devices it concerns. One scale for readings, codes and silence, so that they can be ordered
/// together.
public enum EpisodeSeverity {
    /// Severity of what is worth knowing but no trouble.
    public static let remark = 8.0
    /// Severity of what all devices did at once: no trouble of theirs, but more than a remark on one.
    static let shared = 20.0

    /// Strengths beyond this count as this.
    private static let mostStrength = 3.2

    /// 30 to 95: ten for each step of strength, twenty more where it goes on, and ten for each
    /// power of ten of devices, up to a hundred.
    ///
    /// - Parameter strength: 1 needs arithmetic to be seen, 2 a look beside the peers, 3 is seen at
    ///   once in a plot of the device.
    public static func of(strength: Double, isOpen: Bool, devices: Int) -> Double {
        let plain = min(mostStrength, max(0, strength))
        return min(95, 30 + 10 * (plain + (isOpen ? 2 : 0)) + ofMany(devices))
    }

    /// What the number of devices adds, 0 to 20: a trouble of many is graver, each of its devices
    /// is not.
    public static func ofMany(_ devices: Int) -> Double {
        10 * min(2, ElementaryFunctions.decimalLogarithm(Double(max(1, devices))))
    }

    /// The strength of a change of a reading.
    ///
    ///   - size: In units of what an eye sees: half of the signal's spread, and its noise.
    public static func strength(size: Double) -> Double { size / 2 + 0.3 }

    /// The strength of a rate: the power of two by which it grew, at least 0.
    ///
    /// - Parameters:
    ///   - count: Events that came.
    ///   - expected: Events to expect at the usual rate.
    ///   - prior: Events added to those expected, so that a few events of a rare code are not as
    ///     plain as many of a common one.
    public static func strength(count: Double, expected: Double, prior: Double) -> Double {
        ElementaryFunctions.binaryLogarithm(max(1, count / (max(0, expected) + prior)))
    }

    /// The severity of a device that was away from its peers all along, 30 to 95: twelve for each
    /// of the peers' spreads beyond the third, within which devices usually lie. Nothing of it is
    /// new, so it does not count as going on.
    ///
    ///   - distance: In standard deviations of the peers.
    public static func apart(distance: Double) -> Double {
        min(95, 30 + 12 * max(0, distance - 3))
    }
}
