import Testing
import Values

@testable import ClickHouse

@Suite("What a server says of a failure")
struct ServerMessageTests {
    @Test("number and words, as old and as current servers write them")
    func forms() {
        let old = ServerMessage(
            "Code: 60, e.displayText() = DB::Exception: Table fleet.x doesn't exist., e.what() = DB::Exception\n"
        )
        #expect(old.code == 60 && old.words == "Table fleet.x doesn't exist.")
        let current = ServerMessage(
            "Code: 241. DB::Exception: Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED) (version 25.8.2.29)"
        )
        #expect(current.code == 241)
        #expect(current.words == "Memory limit exceeded. (MEMORY_LIMIT_EXCEEDED)")
        #expect(ServerMessage("<html>").code == nil)
        #expect(ServerMessage("Code: x").code == nil)
    }

    @Test(
        "the fault that a number stands for",
        arguments: [
            (516, SourceFault.login(user: "me")), (193, .login(user: "me")),
            (164, .rights(user: "me", "w")), (60, .noTable("w")), (159, .slow(seconds: 7)),
            (241, .memory), (396, .tooLarge), (279, .shard("w")), (394, .ended),
            (62, .server(code: 62, "w")),
        ])
    func faults(code: Int, expected: SourceFault) {
        let message = ServerMessage("Code: \(code). DB::Exception: w")
        #expect(message.fault(user: "me", seconds: 7) == expected)
    }
}
