import ClickHouse
import Wording

/// The flags of commands other than `serve`, and the command that they make with the words beside
/// them.
struct CommandFlags: Sendable {
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

    /// Whether a flag is one that stands alone; it holds from now on.
    mutating func turnOn(_ name: String) -> Bool {
        switch name {
        case "--json": json = true
        case "--cells": cells = true
        case "--each-file": eachFile = true
        case "--live": mode = "live"
        case "--statements": push.isStatements = true
        case "--fine": isFine = true
        default: return false
        }
        return true
    }

    /// Takes a flag with its value.
    /// - Throws: `UsageProblem` where it is none, or has another value.
    mutating func apply(_ name: String, _ value: String) throws(UsageProblem) {
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

    /// The command that words and flags make.
    /// - Throws: `UsageProblem` for the first thing that is missing or too much.
    func command(_ words: [String]) throws(UsageProblem) -> Configuration.Command {
        switch words.first {
        case nil, "serve":
            guard words.count <= 1 else {
                throw .furtherWord(command: "serve", found: words[1])
            }
            return .serve
        case "help": return .help
        case "version": return .version
        case "sample": return .sample
        case "password":
            guard words.count == 2, !words[1].contains(":") else {
                throw .incomplete(command: "password", usage: "NAME (without a colon)")
            }
            return .password(name: words[1])
        case "token":
            guard words.count == 2, !words[1].contains(":") else {
                throw .incomplete(command: "token", usage: "NAME (without a colon)")
            }
            return .token(name: words[1], access)
        case "bench": return .bench(Array(words.dropFirst()))
        case "export-set":
            guard words.count == 2, let output else {
                throw .incomplete(command: "export-set", usage: "NAME --out FILE.zip [--data DIR]")
            }
            return .exportSet(name: words[1], output: output)
        case "import-set":
            guard words.count == 2 else {
                throw .incomplete(
                    command: "import-set", usage: "FILE.zip [--as NAME] [--data DIR]")
            }
            return .importSet(file: words[1], name: newName)
        case "load":
            guard words.count > 1 else {
                throw .incomplete(command: "load", usage: "FILE...")
            }
            return .load(files: Array(words.dropFirst()), json: json, cells: cells)
        case "detect": return try detect()
        case "episodes":
            guard let input else { throw .incomplete(command: "episodes", usage: "--in FOLDER") }
            return .episodes(input: input, eachFile: eachFile, isLive: mode == "live")
        case "causes":
            guard let input else { throw .incomplete(command: "causes", usage: "--in FILE") }
            return .causes(
                .init(input: input, noticed: noticed, device: device, isJSON: json))
        case "report": return try reporting()
        case "source": return try sources(Array(words.dropFirst()))
        case "push": return try pushing(Array(words.dropFirst()))
        case "train":
            guard let input, let output, !training.task.isEmpty else {
                throw .incomplete(
                    command: "train",
                    usage: "--task failure|rul|anomaly --in DIR --out MODEL.onnx")
            }
            var training = training
            training.input = input
            training.output = output
            return .train(training)
        case "predict":
            guard let input, let output, let model else {
                throw .incomplete(
                    command: "predict", usage: "--model MODEL.onnx --in DIR --out CSV")
            }
            return .predict(model: model, input: input, output: output)
        case "model":
            guard words.count == 3, words[1] == "run", let feeds else {
                throw .incomplete(command: "model", usage: "run MODEL.onnx --feeds FILE.json")
            }
            return .modelRun(model: words[2], feeds: feeds)
        case .some(let word):
            throw .unknownCommand(word)
        }
    }

    private func detect() throws(UsageProblem) -> Configuration.Command {
        guard let input, let output else {
            throw .incomplete(command: "detect", usage: "--in DIR --out DIR")
        }
        guard ["offline", "live"].contains(mode) else {
            throw .value(of: "--mode", given: mode, expected: .oneOf(["offline", "live"]))
        }
        return .detect(input: input, output: output, isLive: mode == "live")
    }

    private func sources(_ words: [String]) throws(UsageProblem) -> Configuration.Command {
        switch (words.first, words.dropFirst().first, words.count) {
        case ("add", let name?, 2) where !source.address.isEmpty && !source.tables.isEmpty:
            return .source(.add(name: name, source))
        case ("check", let name?, 2): return .source(.check(name: name))
        case ("rollups", let name?, 2):
            return .source(.rollups(name: name, isFine: isFine))
        case ("remove", let name?, 2): return .source(.remove(name: name))
        case ("list", nil, 1): return .source(.list)
        default:
            throw .incomplete(
                command: "source",
                usage:
                    "add NAME --address URL --tables TABLE,…, check NAME, rollups NAME, list or remove NAME"
            )
        }
    }

    private func pushing(_ files: [String]) throws(UsageProblem) -> Configuration.Command {
        var push = push
        push.files = files
        push.connection = source
        guard !files.isEmpty, push.isStatements || push.set != nil || !source.address.isEmpty else {
            throw .incomplete(
                command: "push",
                usage: "FILE… --source NAME or --address URL, or --statements FILE…")
        }
        return .push(push)
    }

    private func reporting() throws(UsageProblem) -> Configuration.Command {
        guard input != nil || report.set != nil else {
            throw .incomplete(command: "report", usage: "--set SET or --in FOLDER")
        }
        var report = report
        try report.check()
        (report.input, report.device) = (input, device)
        if let output { report.output = output }
        return .report(report)
    }
}
