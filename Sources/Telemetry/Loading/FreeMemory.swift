import CSystem

/// Memory that nothing holds any more.
public enum FreeMemory {
    /// Gives it back to the system: reading a set takes much for a moment, in chunks that the C
    /// library would keep for the thread that freed them. Takes some milliseconds.
    public static func giveBack() { csystem_memory_give_back() }
}
