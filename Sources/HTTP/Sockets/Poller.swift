internal import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Waits until some of many descriptors are ready, by epoll or kqueue.
struct Poller: ~Copyable, Sendable {
    struct Interest: OptionSet {
        let rawValue: UInt32
        static let read = Interest(rawValue: UInt32(CSYSTEM_POLLER_READABLE))
        static let write = Interest(rawValue: UInt32(CSYSTEM_POLLER_WRITABLE))
    }

    struct Event {
        let token: UInt64
        let canRead: Bool
        let canWrite: Bool
        /// Both directions are closed, or the connection failed; reported whatever the interest.
        let isHangUp: Bool
    }

    private static let batch = 256
    private let descriptor: Int32
    private var ready = [csystem_poller_event](
        repeating: csystem_poller_event(token: 0, readiness: 0), count: Poller.batch)

    init() throws(SocketError) {
        descriptor = csystem_poller_create()
        if descriptor < 0 { throw .call("poller", errno: -descriptor) }
    }

    deinit { close(descriptor) }

    /// Reports the descriptor under `token` from now on; false where the system refuses.
    func add(_ other: Int32, token: UInt64, interest: Interest) -> Bool {
        csystem_poller_add(descriptor, other, token, interest.rawValue) == 0
    }

    func change(_ other: Int32, token: UInt64, interest: Interest) {
        _ = csystem_poller_change(descriptor, other, token, interest.rawValue)
    }

    /// How many descriptors are ready, after at most `milliseconds` (-1: without limit); see
    /// `event`.
    mutating func wait(milliseconds: Int32) -> Int {
        let count = unsafe ready.withUnsafeMutableBufferPointer {
            unsafe csystem_poller_wait(
                descriptor, $0.baseAddress, Int32($0.count), milliseconds)
        }
        return max(0, Int(count))
    }

    /// An event of the last `wait`; `index` below its count.
    func event(_ index: Int) -> Event {
        let event = ready[index]
        func has(_ flag: UInt32) -> Bool { event.readiness & flag != 0 }
        return Event(
            token: event.token, canRead: has(UInt32(CSYSTEM_POLLER_READABLE)),
            canWrite: has(UInt32(CSYSTEM_POLLER_WRITABLE)),
            isHangUp: has(UInt32(CSYSTEM_POLLER_HANGUP)))
    }
}
