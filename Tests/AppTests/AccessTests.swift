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
}
