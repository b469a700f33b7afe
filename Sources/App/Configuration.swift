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
        command = try flags.command(words)
        try check()
    }

    /// The corrections of `load`.
    var correction = SchemaCorrection()

    private var flags = CommandFlags()

    private mutating func readFlag(
        _ argument: String, _ rest: inout ArraySlice<String>, _ words: inout [String]
    ) throws(UsageProblem) {
        let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
        let name = parts[0]
        switch name {
        case "--help", "-h": words = ["help"]
        case "--version": words = ["version"]
        default:
            if flags.turnOn(name) { return }
            let option = Option.all.first { $0.flag == name }
            let given = parts.count == 2 ? parts[1] : nil
            guard let value = given ?? (option?.isSwitch == true ? "yes" : rest.popFirst()) else {
                throw .missingValue(option: name)
            }
            if let option {
                try apply(option, value, from: name)
            } else if try !correct(name, value) {
                try flags.apply(name, value)
            }
        }
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
