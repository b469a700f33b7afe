import Foundation
import HTTP
import Values

/// Files that are made for one answer: written to the folder of uploads, opened, and without a name
/// from then on, so that nothing is left of them once the answer has been sent.
struct TemporaryReply: Sendable {
    let folder: URL

    /// The beginning of their names.
    private static let mark = "answer-"

    /// The answer with what `write` writes to the file at the URL given.
    ///
    /// - Parameter ending: that of the file's name, with its dot.
    func response(
        ending: String, type: String, headers: HeaderFields,
        write: (URL) async throws -> Void
    ) async throws -> Response {
        let url = folder.appending(path: "\(Self.mark)\(UUID().uuidString)\(ending)")
        defer { try? FileManager.default.removeItem(at: url) }
        try await write(url)
        var headers = headers
        headers.append("Content-Type", type)
        return Response(
            status: .ok, headers: headers, body: .file(try FileBody(path: url.path)))
    }

    /// Removes files of a program that was killed while it wrote them.
    static func clearUnfinished(in folder: URL) {
        let manager = FileManager.default
        for name in (try? manager.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(mark) || name.hasPrefix("." + mark) {
            try? manager.removeItem(at: folder.appending(path: name))
        }
    }
}

extension HeaderFields {
    /// Those of a file to be saved under this name, which may hold anything: what is not ASCII
    /// becomes `_`.
    static func attachment(_ name: String) -> HeaderFields {
        let safe = String(
            name.unicodeScalars.map { scalar in
                scalar.isASCII && scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                    || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
            })
        return [
            "Content-Disposition": "attachment; filename=\"\(safe)\"", "Cache-Control": "no-store",
        ]
    }
}
