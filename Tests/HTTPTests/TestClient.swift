import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A blocking client. To be used by `onThread` only: the pool's threads are needed by handlers.
final class TestClient {
    private let descriptor: Int32
    private var isOpen = true

    /// Connects to the loopback address; nil when nobody listens.
    init?(port: UInt16) {
        #if canImport(Glibc)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result != 0 { return nil }
    }

    deinit { if isOpen { close(descriptor) } }

    /// Whether all bytes could be sent.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                #if canImport(Glibc)
                    unsafe Glibc.send(
                        descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                #else
                    unsafe Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
                #endif
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    func shutDownWrites() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// Ends the connection as a program does that is killed with bytes unread.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(
            descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        close(descriptor)
        isOpen = false
    }

    /// What comes next; empty at the end, nil when the connection is reset or nothing comes.
    func receive(_ limit: Int = 65_536) -> [UInt8]? {
        var count = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
            count = unsafe recv(descriptor, buffer.baseAddress, limit, 0)
            filled = max(0, count)
        }
        return count < 0 ? nil : bytes
    }

    /// Everything until the server closes.
    func receiveAll() -> String {
        var all: [UInt8] = []
        while let bytes = receive(), !bytes.isEmpty { all += bytes }
        return String(decoding: all, as: UTF8.self)
    }

    /// What comes until the given text has come.
    func receive(until end: String) -> String {
        var all: [UInt8] = []
        while !String(decoding: all, as: UTF8.self).contains(end) {
            guard let bytes = receive(), !bytes.isEmpty else { break }
            all += bytes
        }
        return String(decoding: all, as: UTF8.self)
    }
}

/// Runs what blocks on a thread that nobody else needs.
func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        DispatchQueue(label: "client").async { continuation.resume(returning: body()) }
    }
}

/// Sends one text on a connection of its own and gives all that is answered until the end.
func exchange(_ port: UInt16, _ text: String) async -> String {
    await onThread {
        guard let client = TestClient(port: port) else { return "" }
        client.send(text)
        return client.receiveAll()
    }
}
