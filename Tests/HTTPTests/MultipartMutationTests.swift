import Testing

@testable import HTTP

@Suite("Damaged multipart contents")
struct MultipartMutationTests {
    private static let whole =
        "--B\r\nContent-Disposition: form-data; name=\"mode\"\r\n\r\nadd\r\n--B\r\n"
        + "Content-Disposition: form-data; name=\"f\"; filename=\"a \\\"b\\\".csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\ntime,device\r\n--\r\n-B\r\n1,a\r\n--B--\r\n"

    /// What becomes of a content in portions, up to where it is refused.
    private static func outcome(
        _ bytes: [UInt8], splitAt splits: [Int]
    ) -> Result<CollectedParts, Rejection> {
        do throws(Rejection) {
            return .success(try CollectedParts(bytes, splitAt: splits))
        } catch {
            return .failure(error)
        }
    }

    @Test("are read alike in one piece and in many, or refused for the same reason")
    func alike() {
        var generator = Generator(state: 3)
        for _ in Mutation.rounds(4000) {
            let bytes = Mutation.damaged(Array(Self.whole.utf8), &generator)
            var splits: [Int] = []
            while splits.last ?? 0 < bytes.count {
                let next = (splits.last ?? 0) + Int.random(in: 1...30, using: &generator)
                splits.append(min(next, bytes.count))
            }
            let name = Comment(rawValue: String(decoding: bytes, as: UTF8.self).debugDescription)
            #expect(
                Self.outcome(bytes, splitAt: []) == Self.outcome(bytes, splitAt: splits), name)
        }
    }

    @Test("come from one that is whole")
    func undamaged() throws {
        let parts = try Self.outcome(Array(Self.whole.utf8), splitAt: []).get()
        #expect(parts.names == ["mode", "f"])
        #expect(parts.data.last == Array("time,device\r\n--\r\n-B\r\n1,a".utf8))
    }
}
