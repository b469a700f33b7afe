import Foundation

/// A form as it is sent over a plain socket, on a connection of its own.
struct FormRequest {
    let bytes: [UInt8]

    /// A form of fields.
    init(_ path: String, _ fields: [String: String]) {
        var form = URLComponents()
        form.queryItems = fields.sorted { $0.key < $1.key }.map {
            URLQueryItem(name: $0.key, value: $0.value)
        }
        let body = (form.percentEncodedQuery ?? "").utf8
        self.init(path, "application/x-www-form-urlencoded", Array(body))
    }

    /// A form of one file.
    init(_ path: String, file: String, _ content: Data) {
        let head =
            "--B\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(file)\"\r\n"
            + "Content-Type: application/octet-stream\r\n\r\n"
        let body = Array(head.utf8) + Array(content) + Array("\r\n--B--\r\n".utf8)
        self.init(path, "multipart/form-data; boundary=B", body)
    }

    /// Any content.
    init(_ path: String, _ type: String, _ body: [UInt8]) {
        let head =
            "POST \(path) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n\r\n"
        bytes = Array(head.utf8) + body
    }
}
