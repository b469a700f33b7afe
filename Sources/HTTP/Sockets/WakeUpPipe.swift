internal import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A pipe by which other threads wake one that waits for descriptors.
final class WakeUpPipe: Sendable {
    /// Readable after a wake-up.
    let readEnd: Int32
    /// A byte written here is a wake-up.
    let writeEnd: Int32

    init() throws(SocketError) {
        var ends: (Int32, Int32) = (-1, -1)
        let result = unsafe withUnsafeMutableBytes(of: &ends) {
            unsafe csystem_socket_pipe($0.assumingMemoryBound(to: Int32.self).baseAddress)
        }
        if result < 0 { throw .call("pipe", errno: -result) }
        (readEnd, writeEnd) = ends
    }

    deinit {
        close(readEnd)
        close(writeEnd)
    }

    /// Where the pipe is full nothing needs to be written: the reader has not woken yet for what is
    /// in it.
    func wake() {
        var byte: UInt8 = 1
        _ = unsafe write(writeEnd, &byte, 1)
    }

    /// Blocks until there is a wake-up.
    func waitForWakeUp() {
        var entry = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&entry, 1, -1) < 1 {}
    }

    /// Takes all wake-ups at once.
    func drain() {
        var bytes: UInt64 = 0
        while unsafe read(readEnd, &bytes, 8) == 8 {}
    }
}
