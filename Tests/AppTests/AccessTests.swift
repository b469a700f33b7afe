import Foundation
import HTTP
import Testing
import Wording

@testable import App

@Suite("Names and passwords")
struct AccessTests {
    @Test(
        "PBKDF2 gives the keys of RFC 7914 §11",
        arguments: [
            (
                "passwd", "salt", 1,
                "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
            ),
            (
                "Password", "NaCl", 80_000,
                "4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
            ),
        ])
    func vectors(password: String, salt: String, iterations: Int, key: String) {
        let bytes = PBKDF2(password: Array(password.utf8))
            .key(salt: Array(salt.utf8), iterations: iterations)
        #expect(
            bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == key)
    }

    @Test("A line that was printed lets in who knows the password, and nobody else")
    func roundTrip() throws {
        let line = PasswordFile.entry(name: "anna", password: "correct horse battery").line
        let file = try PasswordFile(text: "# who may look\n\n\(line)\n", name: "users")
        #expect(file.accepts(name: "anna", password: "correct horse battery"))
        #expect(!file.accepts(name: "anna", password: "correct horse batterz"))
        #expect(!file.accepts(name: "bert", password: "correct horse battery"))
        #expect(PasswordFile.entry(name: "anna", password: "correct horse battery").line != line)
    }

    @Test(
        "A wrong line is named",
        arguments: ["anna:secret", "anna:pbkdf2-sha256:5:AAAA:AAAA", "", "#"])
    func wrong(text: String) {
        #expect(throws: UsageProblem.self) { try PasswordFile(text: text, name: "users") }
    }

    @Test("Without a password only loopback is listened on")
    func binding() throws {
        #expect(throws: UsageProblem.self) {
            try Configuration(arguments: ["--bind", "0.0.0.0"], environment: [:])
        }
        let open = try Configuration(
            arguments: ["--bind", "0.0.0.0", "--auth-file", "users"], environment: [:])
        #expect(open.authFile == "users")
    }

    @Test("Nothing is answered or taken in before the password")
    func guarded() async throws {
        var router = Router()
        router.get("/") { _ in .now(.text(.ok, "inside")) }
        router.post("/import", body: .multipart) { _ in .now(.text(.ok, "stored")) }
        let line = PasswordFile.entry(name: "anna", password: "correct horse battery").line
        let handler = GuardedHandler(router, passwords: try PasswordFile(text: line, name: "users"))
        func request(_ method: HTTP.Method, _ path: String, _ pair: String?) -> Request {
            let basic = pair.map { "Basic " + Data($0.utf8).base64EncodedString() }
            var headers: HeaderFields = ["Host": "localhost"]
            if let basic { headers.append("Authorization", basic) }
            return Request(method: method, path: path, headers: headers)
        }
        func status(_ request: Request) async -> Int {
            switch handler.reply(to: request) {
            case .now(let response): response.status.code
            case .later(let work): await work().status.code
            }
        }
        let right = "anna:correct horse battery"
        #expect(await status(request(.get, "/", nil)) == 401)
        #expect(await status(request(.get, "/", "anna:wrong wrong wrong")) == 401)
        #expect(handler.bodyPolicy(for: request(.post, "/import", right)) == .unwanted)
        #expect(await status(request(.get, "/", right)) == 200)
        #expect(handler.bodyPolicy(for: request(.post, "/import", right)) == .multipart)
        #expect(handler.bodyPolicy(for: request(.post, "/import", "anna:x")) == .unwanted)
        #expect(await status(request(.post, "/import", right)) == 200)
    }

    @Test("A token lets a program ask; only one that may write changes anything")
    func tokens() async throws {
        var router = Router()
        router.get("/") { _ in .now(.text(.ok, "inside")) }
        router.post("/import", body: .multipart) { _ in .now(.text(.ok, "stored")) }
        let reader = AccessToken.made(name: "grafana", access: .read)
        let writer = AccessToken.made(name: "collector", access: .write)
        let text = reader.token.line + "\n" + writer.token.line
        #expect(!text.contains(reader.text) && reader.text != writer.text)
        let handler = GuardedHandler(router, passwords: try PasswordFile(text: text, name: "users"))
        func request(_ method: HTTP.Method, _ path: String, _ token: String) -> Request {
            Request(
                method: method, path: path,
                headers: ["Host": "localhost", "Authorization": "Bearer " + token])
        }
        func status(_ request: Request) async -> Int {
            switch handler.reply(to: request) {
            case .now(let response): response.status.code
            case .later(let work): await work().status.code
            }
        }
        #expect(await status(request(.get, "/", reader.text)) == 200)
        #expect(await status(request(.post, "/import", reader.text)) == 403)
        #expect(handler.bodyPolicy(for: request(.post, "/import", reader.text)) == .unwanted)
        #expect(await status(request(.post, "/import", writer.text)) == 200)
        #expect(handler.bodyPolicy(for: request(.post, "/import", writer.text)) == .multipart)
        #expect(await status(request(.get, "/", reader.text + "x")) == 401)
        #expect(await status(request(.get, "/", reader.token.line)) == 401)
        handler.change(to: try PasswordFile(text: writer.token.line, name: "users"))
        #expect(await status(request(.get, "/", reader.text)) == 401)
        #expect(await status(request(.get, "/", writer.text)) == 200)
    }

    @Test(
        "Lines that are no tokens are refused",
        arguments: [
            "a:token-sha256:admin:" + String(repeating: "a", count: 64),
            "a:token-sha256:read:" + String(repeating: "a", count: 63),
            "a:token-sha256:read:" + String(repeating: "z", count: 64),
            ":token-sha256:read:" + String(repeating: "a", count: 64),
        ])
    func wrongTokens(line: String) {
        #expect(throws: UsageProblem.self) { try PasswordFile(text: line, name: "users") }
    }

    @Test("A changed file is taken over; one that is wrong or gone changes nothing")
    func watch() async throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "perfmon-users-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: path) }
        let first = AccessToken.made(name: "a", access: .read)
        let second = AccessToken.made(name: "b", access: .read)
        try Data(first.token.line.utf8).write(to: path)
        let configuration = try Configuration(
            arguments: ["--auth-file", path.path], environment: [:])
        var router = Router()
        router.get("/") { _ in .now(.text(.ok, "inside")) }
        let handler = GuardedHandler(
            router, passwords: try PasswordFile(text: first.token.line, name: path.path))
        let watch = try #require(PasswordWatch(configuration, handler, Log(level: .quiet)))
        func isLetIn(_ token: String) -> Bool {
            let request = Request(path: "/", headers: ["Authorization": "Bearer " + token])
            if case .now(let answer) = handler.reply(to: request) { return answer.status == .ok }
            return false
        }
        try Data("nonsense".utf8).write(to: path)
        watch.check()
        #expect(isLetIn(first.text))
        try FileManager.default.removeItem(at: path)
        watch.check()
        #expect(isLetIn(first.text))
        try Data(second.token.line.utf8).write(to: path)
        watch.check()
        #expect(!isLetIn(first.text) && isLetIn(second.text))
    }
}
