/// What is wrong with a command line, an option's value or a file of the configuration: data for a
/// message that says where, what was found and what was expected.
package enum UsageProblem: Error, Sendable, Hashable {
    /// What an option takes.
    package enum Expectation: Sendable, Hashable {
        case oneOf([String])
        case number(ClosedRange<Int>)
        case size
        case zone
        case origin
        case time
        /// A length of time; `auto` too.
        case horizon
        /// A column's name and what it is to be.
        case assignment
        /// One of the values that the help lists.
        case listed
    }

    /// An option (or environment variable) does not take this value.
    case value(of: String, given: String, expected: Expectation)
    /// A size of the right form that is too large or too small.
    case outOfRange(option: String, given: String)
    case missingValue(option: String)
    case unknownOption(String)
    case unknownCommand(String)
    /// A command lacks options; `usage` shows them.
    case incomplete(command: String, usage: String)
    case furtherWord(command: String, found: String)
    /// A folder or file in which there is no table.
    case noTables(path: String)
    case noDevice(String)
    /// The data folder has no set with this name.
    case noSet(String, data: String)
    /// Libraries of the system are missing, which these Debian packages bring.
    case missingPackages([String])
    /// A document could not be drawn; with what its process said.
    case notDrawn(String)
    /// Causes need so many signals with so many rows before the time that is asked about.
    case tooFewRows(signals: Int, rows: Int)
    /// Addresses beyond this machine need a password.
    case openWithoutPassword(address: String)
    case passwordFileUnreadable(path: String)
    /// A line of the password file that does not have the form `form`; lines count from 1.
    case passwordLine(file: String, line: Int, form: String)
    case noPasswords(file: String)
}

extension UsageProblem {
    /// The message, in English as all of the command line.
    package var sentence: String {
        switch self {
        case .value(let option, let given, let expected):
            "\(option) expects \(expected.words), found “\(given)”."
        case .outOfRange(let option, let given): "\(option) is out of range: \(given)."
        case .missingValue(let option): "\(option) needs a value."
        case .unknownOption(let name): "Unknown option \(name); see perfmon --help."
        case .unknownCommand(let name): "Unknown command \(name); see perfmon --help."
        case .incomplete(let command, let usage):
            "\(command) is incomplete. Usage: perfmon \(command) \(usage)"
        case .furtherWord(let command, let found):
            "\(command) takes no further arguments, found “\(found)”."
        case .noTables(let path): "\(path) contains no .csv, .tsv or .txt file."
        case .noDevice(let name): "There is no device “\(name)”."
        case .noSet(let name, let data): "There is no data set “\(name)” in \(data)/raw."
        case .missingPackages(let packages):
            "This needs libraries that are not installed here; on Debian and Ubuntu they come with \(packages.joined(separator: " ")). HTML and Markdown work without them."
        case .notDrawn(let reason): "The document could not be drawn: \(reason)."
        case .tooFewRows(let signals, let rows):
            "At least \(signals) signals with \(rows) rows before that time are needed."
        case .openWithoutPassword(let address):
            "\(address) would open the dashboard to others without a password: name a password file with --auth-file, or bind to 127.0.0.1."
        case .passwordFileUnreadable(let path): "The password file \(path) cannot be read."
        case .passwordLine(let file, let line, let form):
            "\(file), line \(line): expected \(form), as `perfmon password NAME` prints it."
        case .noPasswords(let file):
            "\(file) contains no user; `perfmon password NAME` prints a line for one."
        }
    }
}

extension UsageProblem.Expectation {
    fileprivate var words: String {
        switch self {
        case .oneOf(let names):
            names.count > 1
                ? names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
                : names.joined()
        case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
        case .size: "a size such as 256 MB or 10 GiB"
        case .zone: "a time zone such as Europe/Berlin"
        case .origin: "an origin such as https://wiki.example"
        case .time: "a time such as 2015-10-01T06:00"
        case .horizon: "auto or a length such as 24h or 7d"
        case .assignment: "COLUMN=VALUE"
        case .listed: "a value from the list in perfmon --help"
        }
    }
}
