import Testing

@testable import HTTP

/// What a parser made of a content, data joined part by part.
struct CollectedParts: Equatable {
    var names: [String] = []
    var fileNames: [String?] = []
    var data: [[UInt8]] = []
    var ended = 0

    init() {}

    init(_ content: [UInt8], boundary: String = "B", splitAt splits: [Int] = []) throws(Rejection) {
        var parser = MultipartParser(boundary: Array(boundary.utf8))
        var start = 0
        for end in splits + [content.count] {
            try parser.parse(Array(content[start..<end])) { event throws(Rejection) in
                take(event)
            }
            start = end
        }
        try parser.finish()
    }

    private mutating func take(_ event: MultipartParser.Event) {
        switch event {
        case .part(let header):
            names.append(header.name)
            fileNames.append(header.fileName)
            data.append([])
        case .data(let bytes): data[data.count - 1] += bytes
        case .end: ended += 1
        }
    }
}

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func file(
    _ content: String, disposition: String = "name=\"f\"; filename=\"a.csv\""
)
    -> String
{
    "--B\r\nContent-Disposition: form-data; \(disposition)\r\nContent-Type: text/csv\r\n\r\n"
        + content + "\r\n"
}

/// A broken content; long ones are shortened where they are shown.
struct Broken: CustomTestStringConvertible, Sendable {
    let text: String
    let defect: MultipartDefect

    var testDescription: String { "\(defect): \(text.prefix(60).debugDescription)" }
}

@Suite("Multipart content")
struct MultipartParserTests {
    /// Full of what looks like the beginning of a delimiter.
    private static let tricky = bytes(
        "\r\n" + file("1,2\r\n--\r\n--A\r\n\r\r\n-\r\n--") + file("", disposition: "name=t")
            + "--B--\r\nepilogue")

    @Test("gives the same parts wherever it is split in two")
    func everySplit() throws {
        let whole = try CollectedParts(Self.tricky)
        #expect(whole.names == ["f", "t"])
        #expect(whole.fileNames == ["a.csv", nil])
        #expect(whole.data == [bytes("1,2\r\n--\r\n--A\r\n\r\r\n-\r\n--"), []])
        #expect(whole.ended == 2)
        for split in Self.tricky.indices {
            #expect(try CollectedParts(Self.tricky, splitAt: [split]) == whole, "split at \(split)")
        }
    }

    @Test("gives the same parts in portions of any size", arguments: 1..<20)
    func portions(_ size: Int) throws {
        let splits = Array(stride(from: size, to: Self.tricky.count, by: size))
        #expect(try CollectedParts(Self.tricky, splitAt: splits) == CollectedParts(Self.tricky))
    }

    @Test("passes a long part on without holding it")
    func longPart() throws {
        var parser = MultipartParser(boundary: bytes("B"))
        var total = 0
        let portion = [UInt8](repeating: 0x2D, count: 100_000)
        try parser.parse(bytes(file(""))[..<(file("").utf8.count - 2)].map { $0 }) { _ in }
        for _ in 0..<100 {
            try parser.parse(portion) { event in
                if case .data(let bytes) = event { total += bytes.count }
            }
        }
        #expect(total == 10_000_000)
    }

    @Test("finds a boundary that a search might leap over", arguments: ["B", "--", "aab", "B-B-B"])
    func boundaries(_ boundary: String) throws {
        let head = "Content-Disposition: form-data; name=f\r\n\r\n"
        for filler in ["", "-", "a", "aa", "\r", "\r\n", "B", "\r\n-", "\r\n--\r", "--a"] {
            let text = "--\(boundary)\r\n\(head)\(filler)\r\n--\(boundary)--"
            let collected = try CollectedParts(bytes(text), boundary: boundary)
            #expect(collected.data == [bytes(filler)])
        }
    }

    @Test(
        "what is broken is named",
        arguments: [
            ("", .truncated),
            ("--B", .truncated),
            (file("abc"), .truncated),
            (file("abc") + "--B", .truncated),
            (file("abc") + "--B-", .truncated),
            (file("abc") + "--Bx\r\n", .delimiter),
            (file("abc") + "--B\n", .delimiter),
            (file("abc") + "--B-x", .delimiter),
            (String(repeating: "x", count: 9000) + "\r\n" + file(""), .preamble),
            ("--B\r\n\r\nabc\r\n--B--", .disposition),
            ("--B\r\nContent-Type: a/b\r\n\r\nabc\r\n--B--", .disposition),
            ("--B\r\nContent-Disposition: attachment; name=a\r\n\r\n\r\n--B--", .disposition),
            ("--B\r\nContent-Disposition: form-data\r\n\r\n\r\n--B--", .disposition),
            ("--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--B--", .disposition),
            (
                "--B\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\n\r\n--B--",
                .disposition
            ),
            ("--B\r\nA : b\r\n\r\n\r\n--B--", .partHeader),
            ("--B\r\nA: b\n\r\n\r\n--B--", .partHeader),
            ("--B\r\nA: b\r\n c\r\n\r\n\r\n--B--", .partHeader),
            ("--B\r\n" + String(repeating: "A", count: 9000), .partHeader),
            ("--B\r\n" + String(repeating: "A: b\r\n", count: 20), .partHeader),
        ].map(Broken.init))
    func defects(_ row: Broken) {
        #expect(throws: Rejection.malformedMultipart(row.defect)) {
            try CollectedParts(bytes(row.text))
        }
    }

    @Test(
        "file names arrive as the client wrote them",
        arguments: [
            ("filename=\"a.csv\"", "a.csv"),
            ("filename=a.csv", "a.csv"),
            ("filename=\"ä€.csv\"", "ä€.csv"),
            ("filename=\"a%22b.csv\"", "a\"b.csv"),
            ("filename=\"a%0D%0Ab\"", "a\r\nb"),
            ("filename=\"100%.csv\"", "100%.csv"),
            ("filename=\"a\\\"b.csv\"", "a\"b.csv"),
            ("filename=\"C:\\dir\\a.csv\"", "C:\\dir\\a.csv"),
            ("filename=\"../../etc/passwd\"", "../../etc/passwd"),
            ("filename=\"a;b=c.csv\"", "a;b=c.csv"),
            ("filename=\"\"", ""),
            ("filename*=UTF-8''%e2%82%ac.csv", "€.csv"),
            ("filename=\"x\"; filename*=utf-8'en'a%20b.csv", "a b.csv"),
            ("filename=\"x\"; filename*=UTF-8''%zz", "x"),
            ("filename=\"x\"; filename*=ISO-8859-1''%e4", "x"),
        ])
    func fileNames(_ parameter: String, _ name: String) throws {
        let text = file("", disposition: "name=f; \(parameter)") + "--B--"
        #expect(try CollectedParts(bytes(text)).fileNames == [name])
    }

    @Test(
        "a boundary is taken from the content type",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"),
            ("multipart/form-data; charset=utf-8; BOUNDARY=\"a b\"", "a b"),
            ("multipart/form-data;boundary=----WebKitFormBoundaryx1", "----WebKitFormBoundaryx1"),
            ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil),
            ("multipart/form-data; boundary=\"\"", nil),
            ("multipart/form-data; boundary=\"a \"", nil),
            ("multipart/form-data; boundary=a\"b", nil),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
        ] as [(String, String?)])
    func boundary(_ type: String, _ boundary: String?) {
        let found = FieldParameters(bytes(type)[...]).flatMap {
            try? MultipartParser.boundary(of: $0)
        }
        #expect(found == boundary.map { bytes($0) })
    }
}
