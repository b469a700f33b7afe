/// How sure and how large a trouble of a fleet must be.
public struct FleetSettings: Sendable {
    /// False alarms to expect per fleet and kind of scan.
    public var falseAlarms = 0.05
    /// The least that a window must be off to stand out, in scales, however few are searched.
    public var floor = 5.5
    /// The same for scatter and roughness, whose tails are heavier.
    public var scatterFloor = 6.5
    /// How much wider than the normal law the tails of long windows are taken.
    public var tail = 1.3
    /// How much wider than Gumbel's law those of short ones are.
    public var gumbel = 1.2
    /// Least size of a trouble, in units of what an eye sees in a plot: half of the spread, and the
    /// noise.
    public var leastSize = 0.6
    /// Scales above which a single row is wild.
    public var wild = 4.6
    /// Factor by which a further trouble of the same signal, near the earlier one, must be surer.
    public var again = 1.6
    /// Factor by which one of another signal of the device must be surer: what one trouble leaves
    /// in what is expected of the others must not be a second one.
    public var further = 1.2
    /// Devices of a group from which on peers show what is usual.
    public var peers = 5
    /// The most devices that the usual is learnt from.
    public var sample = 64

    /// The settings that the program uses.
    public init() {}
}
