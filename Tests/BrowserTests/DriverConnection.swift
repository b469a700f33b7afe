import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// One request to the driver on a connection of its own, by plain sockets: the driver writes
/// headers without a space after the colon, which Foundation's client refuses on Linux.
struct DriverConnection {
    let port: UInt16

    /// The content of the answer.
    func send(_ method: String, _ path: String, _ content: Data) throws -> Data {
        let descriptor = try connected()
        defer { close(descriptor) }
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: \(content.count)\r\n\r\n"
        try write(Array(head.utf8) + content, descriptor)
        return try answer(descriptor)
    }

    private func connected() throws -> Int32 {
        #if canImport(Glibc)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var limit = timeval(tv_sec: 150, tv_usec: 0)
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
        guard result == 0 else {
            close(descriptor)
            throw Browser.Failure(description: "the driver does not listen at \(port)")
        }
        return descriptor
    }

    private func write(_ bytes: [UInt8], _ descriptor: Int32) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes {
                unsafe Foundation.send(descriptor, $0.baseAddress, $0.count, 0)
            }
            guard count > 0 else { throw Browser.Failure(description: "the driver went away") }
            rest = rest.dropFirst(count)
        }
    }

    /// What follows the head, as long as the head says.
    private func answer(_ descriptor: Int32) throws -> Data {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let end = data.range(of: Data("\r\n\r\n".utf8)) {
                let head = String(decoding: data[..<end.lowerBound], as: UTF8.self).lowercased()
                let line = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
                let length = line.flatMap { Int($0.dropFirst(15).filter(\.isNumber)) } ?? 0
                let content = data[end.upperBound...]
                if content.count >= length { return Data(content) }
            }
            let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw Browser.Failure(description: "the driver went away") }
            data.append(contentsOf: buffer[..<count])
        }
    }
}
