import CSystem

/// Memory that was freed, but which the C library keeps.
public enum FreeMemory {
    /// Gives it back to the system: loading a set takes much for a short time, in chunks that the C
    /// library would keep for the thread that freed them. Takes some milliseconds.
    public static func giveBack() { csystem_memory_give_back() }
}
