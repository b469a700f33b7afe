internal import CSystem

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A TCP socket, closed with the last reference to it. Its calls never block or raise SIGPIPE.
final class Socket: Sendable {
    enum Received {
        case bytes
        /// The peer has sent its last byte.
        case end
        case wouldBlock
        case failed
    }

    enum Sent {
        case bytes(Int)
        case wouldBlock
        case failed
    }

    let descriptor: Int32

    init(owning descriptor: Int32) { self.descriptor = descriptor }

    /// A socket connected to 127.0.0.1; nil where nobody listens. Waits for the connection.
    static func connected(toLocalPort port: UInt16) -> Socket? {
        let descriptor = unsafe csystem_socket_connect("127.0.0.1", port)
        return descriptor < 0 ? nil : Socket(owning: descriptor)
    }

    deinit { close(descriptor) }

    /// Appends what has arrived, at most 256 KiB; `scratch` is overwritten.
    func receive(into bytes: inout [UInt8], by scratch: ReceiveBuffer) -> Received {
        let count = unsafe csystem_socket_receive(
            descriptor, scratch.memory.baseAddress, scratch.memory.count)
        if count > 0 {
            unsafe bytes.append(contentsOf: scratch.memory[..<count])
            return .bytes
        }
        if count == 0 { return .end }
        return Self.isTransient(count) ? .wouldBlock : .failed
    }

    /// Sends `first` and `second` by one system call, leaving out their first `skipped` bytes. May
    /// take only a part.
    func send(_ first: [UInt8], _ second: [UInt8], skipping skipped: Int) -> Sent {
        let firstCount = first.count
        let count = unsafe first.withUnsafeBytes { first in
            unsafe second.withUnsafeBytes { second in
                let first = unsafe UnsafeRawBufferPointer(rebasing: first.dropFirst(skipped))
                let rest = unsafe UnsafeRawBufferPointer(
                    rebasing: second.dropFirst(max(0, skipped - firstCount)))
                return unsafe csystem_socket_send(
                    descriptor, first.baseAddress, first.count, rest.baseAddress, rest.count)
            }
        }
        if count >= 0 { return .bytes(count) }
        return Self.isTransient(count) ? .wouldBlock : .failed
    }

    /// Tells the peer that no more bytes will come; receiving goes on.
    func shutDownWrites() { _ = csystem_socket_shut_down_writes(descriptor) }

    private static func isTransient(_ result: Int) -> Bool {
        result == -Int(EAGAIN) || result == -Int(EWOULDBLOCK)
    }
}

/// Memory that received bytes pass through, shared by all sockets of one thread.
@safe final class ReceiveBuffer {
    fileprivate let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 256 * 1024)

    deinit { unsafe memory.deallocate() }
}
