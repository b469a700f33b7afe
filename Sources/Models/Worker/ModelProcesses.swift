import Synchronization

/// Counts the child processes of all clients of this process.
package enum ModelProcesses {
    private static let starts = Atomic<Int>(0)
    private static let ends = Atomic<Int>(0)
    private static let kills = Atomic<Int>(0)

    /// How many run now, were started so far, and were ended after a fault.
    package static var figures: (running: Int, started: Int, killed: Int) {
        let ended = ends.load(ordering: .acquiring)
        let started = starts.load(ordering: .acquiring)
        return (started - ended, started, kills.load(ordering: .relaxed))
    }

    static func started() { starts.wrappingAdd(1, ordering: .acquiringAndReleasing) }

    static func ended() { ends.wrappingAdd(1, ordering: .acquiringAndReleasing) }

    static func killed() { kills.wrappingAdd(1, ordering: .relaxed) }
}
