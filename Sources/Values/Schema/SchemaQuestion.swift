/// Something about a file that its data leave open, with the possible interpretations.
///
/// The first answer is in use until a person chooses; the choice becomes part of the file's
/// correction, and the question is not asked again.
public struct SchemaQuestion: Sendable, Hashable, Codable {
    /// What is in question.
    public enum Subject: Sendable, Hashable, Codable {
        /// Which columns identify the device.
        case device
        /// Whether day or month comes first in a column of dates.
        case dateOrder(column: String)
        /// Whether the comma is a decimal sign or a thousands separator.
        case decimalSign(column: String)
        /// Which encoding the text has.
        case encoding
        /// Which table of the file to read.
        case table
        /// Whether a column holds devices or names of what the values beside it measure.
        case signals(column: String)
        /// Which kind the file's events are.
        case eventKind
        /// Whether devices that this file and another one of the set spell differently are the
        /// same.
        case sameDevices(file: String)
    }

    /// The meaning of an answer, from which the text of its button is made.
    public enum Choice: Sendable, Hashable, Codable {
        /// These columns identify the device; each moment then has so many rows per device, 1 where
        /// they identify the row.
        case columns([String], rowsPerMoment: Double)
        /// No column: the file is one device.
        case file(rowsPerMoment: Double)
        /// The order of day and month; the first value would be this moment (epoch seconds).
        case dateOrder(dayFirst: Bool, first: Double)
        /// The meaning of the comma; the first value would be this number.
        case decimalSign(comma: Bool, first: Double)
        /// The encoding; the column names would read like this.
        case encoding(CSVDialect.Encoding, names: [String])
        /// One of the tables, by name and rows in the sample.
        case table(name: String, rows: Int)
        /// The column holds what is measured (`signals`), or devices (`devices`).
        case signals, devices
        case eventKind(EventKind)
        /// The `count` devices are the same; the first pair as spelled here and in the other file.
        case same(here: String, there: String, count: Int)
        /// The devices are different.
        case different
    }

    /// One possible answer and its consequence.
    public struct Answer: Sendable, Hashable, Codable {
        /// Its meaning.
        public var choice: Choice
        /// The change it makes, to be merged into the file's correction.
        public var correction: SchemaCorrection

        /// A meaning with the change it makes.
        public init(_ choice: Choice, _ correction: SchemaCorrection) {
            self.choice = choice
            self.correction = correction
        }
    }

    /// What is in question.
    public var subject: Subject
    /// The possible answers, two to six; the first is in use until a person chooses.
    public var answers: [Answer]

    /// The answer in use comes first.
    public init(_ subject: Subject, _ answers: [Answer]) {
        self.subject = subject
        self.answers = answers
    }
}

extension SchemaCorrection {
    /// This correction overridden by another one, except where that is silent.
    public func merging(_ other: SchemaCorrection) -> SchemaCorrection {
        var result = self
        result.roles.merge(other.roles) { $1 }
        result.units.merge(other.units) { $1 }
        result.eventKind = other.eventKind ?? eventKind
        result.timeZone = other.timeZone ?? timeZone
        result.deviceNames = other.deviceNames ?? deviceNames
        if let dialect = other.dialect {
            result.dialect = result.dialect?.merging(dialect) ?? dialect
        }
        return result
    }
}

extension DialectCorrection {
    /// This correction overridden by another one, except where that is `nil`.
    public func merging(_ other: DialectCorrection) -> DialectCorrection {
        DialectCorrection(
            encoding: other.encoding ?? encoding, delimiter: other.delimiter ?? delimiter,
            quote: other.quote ?? quote, hasHeader: other.hasHeader ?? hasHeader,
            skippedLines: other.skippedLines ?? skippedLines, table: other.table ?? table,
            decimalComma: other.decimalComma ?? decimalComma, dayFirst: other.dayFirst ?? dayFirst)
    }
}
