/// The sort of trouble of an episode. The raw values are the words of the API.
public enum EpisodeKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A reading creeps in one direction.
    case drift
    /// A drift that a repair ended.
    case wearReset = "wear_reset"
    /// A level that changed at once and stayed.
    case step
    /// A reading was far off for a while and came back.
    case event
    /// Single values far off, several times.
    case spikes
    /// A reading scatters more, or less, than before.
    case variance
    /// A reading that oscillates.
    case oscillation
    /// A value that stands still, or changes along a straight line.
    case frozen
    /// A reading without values while others of its device go on.
    case sensorDead = "sensor_dead"
    /// A device sends nothing.
    case silent
    /// Rows of a device come and go.
    case intermittent
    /// A cycle runs at another time than before.
    case phase
    /// A cycle has another shape than before.
    case shape
    /// Readings that no longer move together as they did.
    case decoupled
    /// Two readings whose ratio has changed.
    case efficiency
    /// A device that differs from its peers throughout the record.
    case apart
    /// A device failed.
    case failure
    /// A device failed, and a reading had moved before.
    case failureWarned = "failure_warned"
    /// Many events of one code within a short time.
    case codeBurst = "code_burst"
    /// Events of a code that was not there before.
    case codeNew = "code_new"
    /// Events of a code come more often.
    case codeRate = "code_rate"
    /// An event of a code that preceded failures far more often than by chance.
    case precursor
    /// Rows carry a time that cannot be theirs.
    case clockJump = "clock_jump"
}
