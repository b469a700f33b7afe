import Testing

@testable import HTTP

@Suite("Damaged requests")
struct MutationTests {
    private static let upload =
        "POST /u HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n"
        + "Content-Type: multipart/form-data; boundary=B\r\n\r\n40\r\n--B\r\n"
        + "Content-Disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n1\r\n"
        + "9\r\n\r\n--B--\r\n\r\n0\r\n\r\n"

    private static func run(
        _ bytes: [UInt8], _ generator: inout Generator, inOnePiece: Bool
    )
        -> ConnectionDriver
    {
        var configuration = ServerConfiguration()
        configuration.uploadDirectory = "/nowhere"
        var driver = ConnectionDriver(configuration, bodyPolicy: .multipart)
        var rest = bytes[...]
        while !rest.isEmpty {
            let size = inOnePiece ? rest.count : Int.random(in: 1...40, using: &generator)
            driver.receive(Array(rest.prefix(size)))
            rest = rest.dropFirst(size)
        }
        driver.receiveEnd()
        return driver
    }

    @Test("come from ones that are whole")
    func undamaged() {
        var generator = Generator(state: 0)
        let driver = Self.run(Array(Self.upload.utf8), &generator, inOnePiece: true)
        #expect(driver.statuses == [200])
        #expect(!driver.stored.isEmpty)
    }

    @Test("are read alike in one piece and in many, and every one comes to an end")
    func alike() {
        var generator = Generator(state: 1)
        let raws = RequestCase.all.map(\.raw).filter { !$0.isEmpty && $0.count < 1000 }
        for round in Mutation.rounds(4000) {
            let raw = round % 4 == 0 ? Array(Self.upload.utf8) : raws[round % raws.count]
            let bytes = Mutation.damaged(raw, &generator)
            let whole = Self.run(bytes, &generator, inOnePiece: true)
            let pieces = Self.run(bytes, &generator, inOnePiece: false)
            let name = Comment(rawValue: String(decoding: bytes, as: UTF8.self).debugDescription)
            #expect(whole.isClosed && pieces.isClosed, name)
            #expect(whole.requests.map(\.rawTarget) == pieces.requests.map(\.rawTarget), name)
            #expect(
                whole.statuses.filter { $0 != 100 } == pieces.statuses.filter { $0 != 100 }, name)
            // Of a content that is refused in its midst, more or less was handed on before.
            if whole.summaries.allSatisfy({ $0.rejection == nil }) {
                #expect(whole.stored == pieces.stored, name)
            }
        }
    }
}
