/// Something about a file that its data leave open, with the readings that are possible.
///
/// The first answer is the one that is used until a person chooses; a chosen one becomes part of the
/// file's correction, and the question is not asked again.
public struct SchemaQuestion: Sendable, Hashable, Codable {
    /// What is asked.
    public enum Subject: Sendable, Hashable, Codable {
        /// Which columns name the device.
        case device
        /// Whether the day or the month stands first in a column of times.
        case dateOrder(column: String)
        /// Whether the comma is the decimal sign or separates thousands.
        case decimalSign(column: String)
        /// Which encoding the letters are written in.
        case encoding
        /// Which of the tables of the file is read.
        case table
        /// Whether a column names devices or what the values beside it measure.
        case signals(column: String)
        /// What an event of the file is.
        case eventKind
        /// Whether devices that this file and another one of its set write differently are the same.
        case sameDevices(file: String)
    }

    /// What an answer means, for the words on its button.
    public enum Choice: Sendable, Hashable, Codable {
        /// These columns name the device; a moment then has so many rows of one device, 1 where it
        /// settles the row.
        case columns([String], rowsPerMoment: Double)
        /// No column names a device: the file is one.
        case file(rowsPerMoment: Double)
        /// Day before month or the other way; the first value would be this moment (epoch seconds).
        case dateOrder(dayFirst: Bool, first: Double)
        /// The first value would be this number.
        case decimalSign(comma: Bool, first: Double)
        /// The names of the columns would read so.
        case encoding(CSVDialect.Encoding, names: [String])
        /// One of the tables, by name and rows of the sample.
        case table(name: String, rows: Int)
        /// The column names what is measured (`signals`), or whose the rows are (`devices`).
        case signals, devices
        /// The events are of this kind.
        case eventKind(EventKind)
        /// The devices are the same: the first pair as this and the other file write it, of so many.
        case same(here: String, there: String, count: Int)
        /// They are others.
        case different
    }

    /// A possible answer.
    public struct Answer: Sendable, Hashable, Codable {
        /// What it means.
        public var choice: Choice
        /// What it changes: to be merged into the correction that the file has.
        public var correction: SchemaCorrection

        /// An answer with what it changes.
        public init(_ choice: Choice, _ correction: SchemaCorrection) {
            self.choice = choice
            self.correction = correction
        }
    }

    /// What is asked.
    public var subject: Subject
    /// The possible answers, two to six; the first one is used as long as no one answers.
    public var answers: [Answer]

    /// A question with its answers, the one in use first.
    public init(_ subject: Subject, _ answers: [Answer]) {
        self.subject = subject
        self.answers = answers
    }
}

extension SchemaCorrection {
    /// This correction with another one over it: what the other leaves open stays.
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
    /// This correction with another one over it.
    public func merging(_ other: DialectCorrection) -> DialectCorrection {
        DialectCorrection(
            encoding: other.encoding ?? encoding, delimiter: other.delimiter ?? delimiter,
            quote: other.quote ?? quote, hasHeader: other.hasHeader ?? hasHeader,
            skippedLines: other.skippedLines ?? skippedLines, table: other.table ?? table,
            decimalComma: other.decimalComma ?? decimalComma, dayFirst: other.dayFirst ?? dayFirst)
    }
}
