import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Sends one request on a connection of its own, by plain sockets: a peer that vanishes in the
/// midst must be no more than an error.
struct PlainClient {
    let port: UInt16

    /// The status of the answer; `nil` where the program was gone before it answered. Between the
    /// two halves of the request the given time passes.
    func status(_ request: [UInt8], pause: UInt32) -> Int? {
        let descriptor = connected()
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let half = request.count / 2
        guard send(request[..<half], descriptor) else { return nil }
        usleep(pause)
        guard send(request[half...], descriptor) else { return nil }
        let line = String(decoding: bytes(descriptor, upTo: 12), as: UTF8.self)
        return Int(line.dropFirst("HTTP/1.1 ".utf8.count).prefix(3))
    }

    /// The whole answer to a request of two parts, between which something happens; `nil` where
    /// nobody took it or answered it.
    func answer(_ first: String, _ second: String = "", between: () -> Void = {}) -> String? {
        let descriptor = connected()
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard send(Array(first.utf8)[...], descriptor) else { return nil }
        between()
        guard send(Array(second.utf8)[...], descriptor) else { return nil }
        let bytes = bytes(descriptor, upTo: .max)
        return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The whole answer to a request for a page.
    func page(_ path: String, between: () -> Void = {}) -> String? {
        answer(
            "GET \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            between: between)
    }

    private func connected() -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var limit = timeval(tv_sec: 30, tv_usec: 0)
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
        if result == 0 { return descriptor }
        close(descriptor)
        return -1
    }

    private func send(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32) -> Bool {
        var rest = bytes
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                #if canImport(Glibc)
                    unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                #else
                    unsafe Darwin.send(descriptor, $0.baseAddress, $0.count, 0)
                #endif
            }
            if count <= 0 { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private func bytes(_ descriptor: Int32, upTo limit: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < limit {
            var byte: UInt8 = 0
            guard unsafe recv(descriptor, &byte, 1, 0) == 1 else { break }
            bytes.append(byte)
        }
        return bytes
    }
}
