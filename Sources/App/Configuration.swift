import ClickHouse
import Foundation
import HTTP
import Telemetry
import Values
import Wording

/// What the program was asked to do: a command with its options, from arguments and `PERFMON_*`.
/// Arguments win.
struct Configuration: Sendable {
    enum Command: Sendable, Equatable {
        case serve
        case load(files: [String], json: Bool, cells: Bool)
        case detect(input: String, output: String, isLive: Bool)
        case episodes(input: String, eachFile: Bool, isLive: Bool)
        case causes(CausesCommand.Request)
        case modelRun(model: String, feeds: String)
        case train(TrainCommand.Request)
        case predict(model: String, input: String, output: String)
        case report(ReportCommand.Request)
        case password(name: String)
        case token(name: String, AccessToken.Access)
        case sample
        case source(SourceCommand.Request)
        case push(PushCommand.Request)
        case exportSet(name: String, output: String)
        case importSet(file: String, name: String?)
        case bench([String])
        case help
        case version
    }

    /// How much is logged on stderr; errors are in any case.
    enum LogLevel: String, Sendable, CaseIterable { case quiet, info, debug }

    var command = Command.serve
    var port: UInt16 = 8080
    var bind = "127.0.0.1"
    var data = "data"
    var resources: String?
    /// Bytes of one upload.
    var uploadLimit = 10 << 30
    /// Bytes of the rollups that are kept, and of the one being loaded.
    var memory = 256 << 20
    /// Seconds between refreshes where an address names none; 0 for off.
    var refresh = 30
    /// The zone of times that carry none.
    var timeZone = "UTC"
    /// Whether somebody chose that zone; otherwise such times are called local.
    var isTimeZoneStated = false
    var logLevel = LogLevel.info
    var onnxruntime: String?
    /// A file of names and passwords; without a listed pair nobody is let in.
    var authFile: String?
    /// Host names that are answered, beside localhost and the loopback addresses.
    var hosts: [String] = []
    /// Origins whose pages may read what programs get.
    var origins: [String] = []
    /// Days after which full files of rows that programs sent are moved to `archive`; nil for never.
    var archiveAfter: Int?
    /// Whether models of failures and lives are learned in the background.
    var learnsByItself = true
    /// Whether a parent process keeps the port open and restarts the serving process when it dies.
    var isSupervised = true

    static let version = "1.0.0"

    /// Reads the arguments, without the program's name, and the environment of the process.
    static func fromProcess(_ arguments: [String]) throws(UsageProblem) -> Configuration {
        try Configuration(
            arguments: arguments, environment: ProcessInfo.processInfo.environment)
    }

    /// - Throws: `UsageProblem` with one sentence for the first thing that is wrong.
    init(arguments: [String], environment: [String: String]) throws(UsageProblem) {
        for option in Option.all {
            if let value = environment[option.variable] {
                try apply(option, value, from: option.variable)
            }
        }
        var words: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--" {
                words += rest
                break
            }
            guard argument.hasPrefix("--") || argument == "-h" else {
                words.append(argument)
                continue
            }
            if words.first == "bench" {
                words.append(argument)
                continue
            }
            try readFlag(argument, &rest, &words)
        }
        try chooseCommand(words)
        try check()
    }

    /// The corrections of `load`.
    var correction = SchemaCorrection()

    private var json = false
    private var cells = false
    private var eachFile = false
    private var input: String?
    private var output: String?
    private var mode = "offline"
    private var feeds: String?
    private var noticed: String?
    private var device: String?
    private var training = TrainCommand.Request()
    private var model: String?
    private var access = AccessToken.Access.read
    private var newName: String?
    private var report = ReportCommand.Request()
    private var source = SourceSettings(address: "", tables: [])
    private var push = PushCommand.Request()
    private var isFine = false

    private mutating func readFlag(
        _ argument: String, _ rest: inout ArraySlice<String>, _ words: inout [String]
    ) throws(UsageProblem) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts[0]
        switch name {
        case "--help", "-h": words = ["help"]
        case "--version": words = ["version"]
        case "--json": json = true
        case "--cells": cells = true
        case "--each-file": eachFile = true
        case "--live": mode = "live"
        case "--statements": push.isStatements = true
        case "--fine": isFine = true
        default:
            let option = Option.all.first { $0.flag == name }
            let given = parts.count == 2 ? parts[1] : nil
            guard let value = given ?? (option?.isSwitch == true ? "yes" : rest.popFirst()) else {
                throw .missingValue(option: name)
            }
            if let option {
                try apply(option, value, from: name)
            } else {
                try applyCommandFlag(name, value)
            }
        }
    }

    private mutating func applyCommandFlag(_ name: String, _ value: String) throws(UsageProblem) {
        if try correct(name, value) { return }
        switch name {
        case "--in": input = value
        case "--out": output = value
        case "--mode": mode = value
        case "--feeds": feeds = value
        case "--model": model = value
        case "--task": training.task = value
        case "--horizon": training.horizon = value
        case "--until": training.until = value
        case "--as": newName = value
        case "--at": noticed = value
        case "--device": device = value
        case "--access":
            guard let known = AccessToken.Access(rawValue: value) else {
                throw .value(
                    of: name, given: value,
                    expected: .oneOf(AccessToken.Access.allCases.map(\.rawValue)))
            }
            access = known
        case "--set": report.set = value
        case "--period": report.period = value
        case "--from": report.from = value
        case "--to": report.to = value
        case "--format": report.format = value
        case "--lang": report.language = value
        case "--address": source.address = value
        case "--tables": source.tables += value.split(separator: ",").map(String.init)
        case "--database":
            source.database = value
            push.database = value
        case "--user":
            source.user = value
            push.user = value
        case "--password-variable": source.passwordVariable = value
        case "--password-file": source.passwordFile = value
        case "--source": push.set = value
        case "--into": push.table = value
        case "--cluster": push.cluster = value
        default: throw .unknownOption(name)
        }
    }

    private mutating func chooseCommand(_ words: [String]) throws(UsageProblem) {
        switch words.first {
        case nil, "serve":
            guard words.count <= 1 else {
                throw .furtherWord(command: "serve", found: words[1])
            }
        case "help": command = .help
        case "version": command = .version
        case "sample": command = .sample
        case "password":
            guard words.count == 2, !words[1].contains(":") else {
                throw .incomplete(command: "password", usage: "NAME (without a colon)")
            }
            command = .password(name: words[1])
        case "token":
            guard words.count == 2, !words[1].contains(":") else {
                throw .incomplete(command: "token", usage: "NAME (without a colon)")
            }
            command = .token(name: words[1], access)
        case "bench": command = .bench(Array(words.dropFirst()))
        case "export-set":
            guard words.count == 2, let output else {
                throw .incomplete(command: "export-set", usage: "NAME --out FILE.zip [--data DIR]")
            }
            command = .exportSet(name: words[1], output: output)
        case "import-set":
            guard words.count == 2 else {
                throw .incomplete(
                    command: "import-set", usage: "FILE.zip [--as NAME] [--data DIR]")
            }
            command = .importSet(file: words[1], name: newName)
        case "load":
            guard words.count > 1 else {
                throw .incomplete(command: "load", usage: "FILE...")
            }
            command = .load(files: Array(words.dropFirst()), json: json, cells: cells)
        case "detect": try chooseDetect()
        case "episodes":
            guard let input else { throw .incomplete(command: "episodes", usage: "--in FOLDER") }
            command = .episodes(input: input, eachFile: eachFile, isLive: mode == "live")
        case "causes":
            guard let input else { throw .incomplete(command: "causes", usage: "--in FILE") }
            command = .causes(
                .init(input: input, noticed: noticed, device: device, isJSON: json))
        case "report": try chooseReport()
        case "source": try chooseSource(Array(words.dropFirst()))
        case "push": try choosePush(Array(words.dropFirst()))
        case "train":
            guard let input, let output, !training.task.isEmpty else {
                throw .incomplete(
                    command: "train",
                    usage: "--task failure|rul|anomaly --in DIR --out MODEL.onnx")
            }
            training.input = input
            training.output = output
            command = .train(training)
        case "predict":
            guard let input, let output, let model else {
                throw .incomplete(
                    command: "predict", usage: "--model MODEL.onnx --in DIR --out CSV")
            }
            command = .predict(model: model, input: input, output: output)
        case "model":
            guard words.count == 3, words[1] == "run", let feeds else {
                throw .incomplete(command: "model", usage: "run MODEL.onnx --feeds FILE.json")
            }
            command = .modelRun(model: words[2], feeds: feeds)
        case .some(let word):
            throw .unknownCommand(word)
        }
    }

    private mutating func chooseDetect() throws(UsageProblem) {
        guard let input, let output else {
            throw .incomplete(command: "detect", usage: "--in DIR --out DIR")
        }
        guard ["offline", "live"].contains(mode) else {
            throw .value(of: "--mode", given: mode, expected: .oneOf(["offline", "live"]))
        }
        command = .detect(input: input, output: output, isLive: mode == "live")
    }

    private mutating func chooseSource(_ words: [String]) throws(UsageProblem) {
        switch (words.first, words.dropFirst().first, words.count) {
        case ("add", let name?, 2) where !source.address.isEmpty && !source.tables.isEmpty:
            command = .source(.add(name: name, source))
        case ("check", let name?, 2): command = .source(.check(name: name))
        case ("rollups", let name?, 2):
            command = .source(.rollups(name: name, isFine: isFine))
        case ("remove", let name?, 2): command = .source(.remove(name: name))
        case ("list", nil, 1): command = .source(.list)
        default:
            throw .incomplete(
                command: "source",
                usage:
                    "add NAME --address URL --tables TABLE,…, check NAME, rollups NAME, list or remove NAME"
            )
        }
    }

    private mutating func choosePush(_ files: [String]) throws(UsageProblem) {
        push.files = files
        push.connection = source
        guard !files.isEmpty, push.isStatements || push.set != nil || !source.address.isEmpty else {
            throw .incomplete(
                command: "push",
                usage: "FILE… --source NAME or --address URL, or --statements FILE…")
        }
        command = .push(push)
    }

    private mutating func chooseReport() throws(UsageProblem) {
        guard input != nil || report.set != nil else {
            throw .incomplete(command: "report", usage: "--set SET or --in FOLDER")
        }
        try report.check()
        (report.input, report.device) = (input, device)
        if let output { report.output = output }
        command = .report(report)
    }

    private func check() throws(UsageProblem) {
        guard isLoopback || authFile != nil else {
            throw .openWithoutPassword(address: "--bind \(bind)")
        }
    }

    private var isLoopback: Bool {
        ["127.0.0.1", "::1", "localhost"].contains(bind) || bind.hasPrefix("127.")
    }
}
