internal import CSystem

/// The thread that owns the sockets: whatever holds it up holds up everybody.
package enum ServingThread {
    /// Call this, with the name of the call, before whatever reads a disk or computes for longer
    /// than a millisecond: it stops the program on the thread of a server with
    /// ``ServerConfiguration/isStrict`` and does nothing anywhere else.
    package static func mayBlock(_ call: String) { unsafe csystem_thread_may_block(call) }

    /// Marks the calling thread as serving, or takes the mark away.
    static func mark(_ isMarked: Bool) { csystem_thread_set_serves(isMarked ? 1 : 0) }
}
