import ClickHouse
import Foundation
import Testing
import Wording

@testable import App

@Suite("Options")
struct ConfigurationTests {
    private func read(
        _ arguments: [String], _ environment: [String: String] = [:]
    ) throws(UsageProblem) -> Configuration {
        try Configuration(arguments: arguments, environment: environment)
    }

    @Test("Without options the dashboard listens on 127.0.0.1:8080 over data")
    func defaults() throws {
        let configuration = try read([])
        #expect(configuration.command == .serve)
        #expect(configuration.port == 8080)
        #expect(configuration.bind == "127.0.0.1")
        #expect(configuration.data == "data")
        #expect(configuration.refresh == 30)
        #expect(configuration.memory == 268_435_456)
        #expect(configuration.uploadLimit == 10 << 30)
    }

    @Test("The README and --help name the options that there are, all of them")
    func documented() throws {
        let flags = Set(Option.all.map(\.flag))
        let readme = try String(
            contentsOf: ImportTableTests.root.appending(path: "README.md"), encoding: .utf8)
        let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| `--") }
        let written = rows.compactMap {
            $0.split(separator: "`").dropFirst().first.map(String.init)
        }
        #expect(Set(written) == flags)
        #expect(written.count == flags.count, "one is told twice")
        for flag in flags { #expect(HelpText.text.contains("  \(flag) ")) }
    }

    @Test("A flag wins over the environment, and takes its value with or without an equals sign")
    func precedence() throws {
        let environment = ["PERFMON_PORT": "9000", "PERFMON_TIME_ZONE": "Europe/Berlin"]
        #expect(try read([], environment).port == 9000)
        #expect(try read(["--port", "9100"], environment).port == 9100)
        #expect(try read(["serve", "--port=9100"], environment).port == 9100)
        #expect(try read([], environment).timeZone == "Europe/Berlin")
        #expect(try read([], environment).isTimeZoneStated)
    }

    @Test(
        "Sizes are read with decimal and binary units",
        arguments: [
            ("4096", 4_096), ("256 MB", 256_000_000), ("256MiB", 268_435_456), ("1g", 1 << 30),
        ])
    func sizes(text: String, bytes: Int) throws {
        #expect(try read(["--memory", text]).memory == bytes)
    }

    @Test(
        "There is a supervisor unless one does without: by a flag that stands alone, or a variable")
    func supervisor() throws {
        #expect(try read([]).isSupervised)
        #expect(try !read(["--no-supervisor"]).isSupervised)
        #expect(try !read(["--no-supervisor", "serve"]).isSupervised)
        #expect(try read(["--no-supervisor", "serve"]).command == .serve)
        #expect(try read(["--no-supervisor=no"]).isSupervised)
        #expect(try read([]).learnsByItself)
        #expect(try !read(["--learn", "off"]).learnsByItself)
        #expect(try read([]).archiveAfter == nil)
        #expect(try read(["--archive-after", "30"]).archiveAfter == 30)
        #expect(throws: UsageProblem.self) { try read(["--archive-after", "0"]) }
        let environment = ["PERFMON_NO_SUPERVISOR": "yes"]
        #expect(try !read([], environment).isSupervised)
        #expect(try read(["--no-supervisor=no"], environment).isSupervised)
        #expect(try read([], ["PERFMON_NO_SUPERVISOR": "0"]).isSupervised)
    }

    @Test("Each command is known")
    func commands() throws {
        #expect(
            try read(["load", "--json", "--cells", "a.csv", "b.csv"]).command
                == .load(files: ["a.csv", "b.csv"], json: true, cells: true))
        #expect(
            try read(["detect", "--in", "x", "--out", "y", "--mode", "live"]).command
                == .detect(input: "x", output: "y", isLive: true))
        #expect(
            try read(["episodes", "--in", "x", "--each-file", "--live"]).command
                == .episodes(input: "x", eachFile: true, isLive: true))
        #expect(
            try read(["episodes", "--in", "x"]).command
                == .episodes(input: "x", eachFile: false, isLive: false))
        #expect(
            try read(["causes", "--in", "x.csv", "--at", "2026-03-05", "--device", "a", "--json"])
                .command
                == .causes(
                    CausesCommand.Request(
                        input: "x.csv", noticed: "2026-03-05", device: "a", isJSON: true)))
        #expect(
            try read(["model", "run", "m.onnx", "--feeds", "f.json"]).command
                == .modelRun(model: "m.onnx", feeds: "f.json"))
        #expect(
            try read(["bench", "dbscan", "p", "2", "0.1", "5"]).command
                == .bench(["dbscan", "p", "2", "0.1", "5"]))
        #expect(
            try read(["export-set", "x", "--out", "x.zip"]).command
                == .exportSet(name: "x", output: "x.zip"))
        #expect(
            try read(["import-set", "x.zip", "--as", "y"]).command
                == .importSet(file: "x.zip", name: "y"))
        #expect(
            try read(["import-set", "x.zip"]).command == .importSet(file: "x.zip", name: nil))
        let settings = SourceSettings(
            address: "http://db:8123", database: "fleet", user: "reader",
            passwordVariable: "DB_PASSWORD", tables: ["a", "b.c"])
        #expect(
            try read([
                "source", "add", "x", "--address", "http://db:8123", "--database", "fleet",
                "--user", "reader", "--password-variable", "DB_PASSWORD", "--tables", "a,b.c",
            ]).command == .source(.add(name: "x", settings)))
        #expect(try read(["source", "check", "x"]).command == .source(.check(name: "x")))
        #expect(
            try read(["source", "rollups", "x"]).command
                == .source(.rollups(name: "x", isFine: false)))
        #expect(
            try read(["source", "rollups", "x", "--fine"]).command
                == .source(.rollups(name: "x", isFine: true)))
        #expect(try read(["source", "list"]).command == .source(.list))
        #expect(try read(["source", "remove", "x"]).command == .source(.remove(name: "x")))
        #expect(throws: UsageProblem.self) { try read(["source", "add", "x"]) }
        #expect(try read(["--version"]).command == .version)
        #expect(try read(["-h"]).command == .help)
    }

    @Test("push takes files with a set or an address, or prints statements")
    func push() throws {
        var request = PushCommand.Request()
        request.files = ["a.csv", "b.csv"]
        request.set = "plant"
        request.connection.user = "writer"
        request.user = "writer"
        request.connection.passwordFile = "w.txt"
        #expect(
            try read([
                "push", "--source", "plant", "a.csv", "--user", "writer", "--password-file",
                "w.txt", "b.csv",
            ]).command == .push(request))
        var statements = PushCommand.Request()
        statements.files = ["a.csv"]
        statements.isStatements = true
        (statements.cluster, statements.table) = ("fleet", "readings")
        #expect(
            try read([
                "push", "--statements", "--cluster", "fleet", "--into", "readings", "a.csv",
            ]).command == .push(statements))
        for words in [["push"], ["push", "a.csv"], ["push", "--statements"]] {
            #expect(throws: UsageProblem.self) { try read(words) }
        }
    }

    @Test(
        "A wrong option is one sentence that names it",
        arguments: [
            (["--port", "99999"], "--port expects a number from 0 to 65535, found “99999”."),
            (["--port"], "--port needs a value."),
            (["--colour", "red"], "Unknown option --colour; see perfmon --help."),
            (["fly"], "Unknown command fly; see perfmon --help."),
            (["load"], "load is incomplete. Usage: perfmon load FILE..."),
            (
                ["detect", "--in", "x"],
                "detect is incomplete. Usage: perfmon detect --in DIR --out DIR"
            ),
            (
                ["export-set", "x"],
                "export-set is incomplete. Usage: perfmon export-set NAME --out FILE.zip [--data DIR]"
            ),
            (
                ["import-set"],
                "import-set is incomplete. Usage: perfmon import-set FILE.zip [--as NAME] [--data DIR]"
            ),
            (["episodes"], "episodes is incomplete. Usage: perfmon episodes --in FOLDER"),
            (["causes"], "causes is incomplete. Usage: perfmon causes --in FILE"),
            (
                ["--memory", "much"],
                "--memory expects a size such as 256 MB or 10 GiB, found “much”."
            ),
            (
                ["--time-zone", "Mars"],
                "--time-zone expects a time zone such as Europe/Berlin, found “Mars”."
            ),
            (["--log-level", "loud"], "--log-level expects quiet, info or debug, found “loud”."),
            (["--no-supervisor=perhaps"], "--no-supervisor expects yes or no, found “perhaps”."),
        ])
    func failures(arguments: [String], sentence: String) {
        let problem = #expect(throws: UsageProblem.self) { try read(arguments) }
        #expect(problem?.sentence == sentence)
    }

    @Test(
        "Only loopback addresses are bound while there is no password",
        arguments: ["0.0.0.0", "192.168.1.5", "::"])
    func bind(address: String) {
        #expect(throws: UsageProblem.self) { try read(["--bind", address]) }
    }

    @Test("The help names every option with its flag")
    func help() {
        for option in App.Option.all {
            #expect(HelpText.text.contains("\(option.flag) \(option.value)"))
        }
    }
}

@Suite("Log lines")
struct LogTests {
    @Test(
        "A value can forge neither a line nor a field",
        arguments: [
            ("plain", "plain"), ("two words", "\"two words\""), ("", "\"\""),
            ("a\nb", "\"a\\u{a}b\""), ("x=1", "\"x=1\""), ("say \"hi\"", "\"say \\\"hi\\\"\""),
            ("\u{2028}", "\"\\u{2028}\""),
        ])
    func quoting(value: String, expected: String) {
        #expect(Log.quoted(value) == expected)
    }
}
