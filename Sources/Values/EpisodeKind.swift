/// What sort of trouble an episode is. The raw values are the words of the API.
public enum EpisodeKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A reading creeps in one direction.
    case drift
    /// A drift that a repair ended.
    case wearReset = "wear_reset"
    /// A level changed at once and stayed.
    case step
    /// A reading was far off for a while and came back.
    case event
    /// Single values far off, several times.
    case spikes
    /// A reading scatters more, or less, than before.
    case variance
    /// A reading swings to and fro.
    case oscillation
    /// A value stands still, or follows a ruler.
    case frozen
    /// A reading has no values while others of its device go on.
    case sensorDead = "sensor_dead"
    /// A device sends nothing.
    case silent
    /// Rows of a device come and go.
    case intermittent
    /// A cycle runs at another time than before.
    case phase
    /// A cycle has another shape than before.
    case shape
    /// Readings that moved together no longer do.
    case decoupled
    /// Two readings are out of proportion.
    case efficiency
    /// A device is unlike its peers all along.
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
    /// A code that came before failures far more often than by chance.
    case precursor
    /// Rows carry a time that cannot be theirs.
    case clockJump = "clock_jump"
}
