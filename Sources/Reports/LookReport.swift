public import Values

/// How files that were sent, but not yet added to a data set, would be read.
public struct LookReport: Sendable, Hashable {
    /// Identifies the waiting files in addresses.
    public var id: String
    /// The data set that they would be added to.
    public var dataset: String
    /// What would be done about file names that the set already has.
    public var mode: AddMode
    /// When the waiting files are removed, in seconds since 1970.
    public var end: Double
    /// The files in the order in which they were sent.
    public var files: [File]

    /// A report on the files waiting under `id`.
    public init(id: String, dataset: String, mode: AddMode, end: Double, files: [File]) {
        self.id = id
        self.dataset = dataset
        self.mode = mode
        self.end = end
        self.files = files
    }

    /// Whether every file could be added.
    public var isUsable: Bool { files.allSatisfy { $0.error == nil } }
    /// Bytes of all files together.
    public var byteCount: Int { files.reduce(0) { $0 + $1.bytes } }

    /// One of the waiting files.
    public struct File: Sendable, Hashable {
        /// The name under which it was sent.
        public var name: String
        /// Its size in bytes.
        public var bytes: Int
        /// Why it cannot be used; `nil` where it can.
        public var error: LoadError?
        /// How it would be read; `nil` where that could not be determined.
        public var schema: FileSchema?
        /// Its first rows; `nil` where none could be read.
        public var sample: Sample?

        /// A file of which only name and size are known yet.
        public init(name: String, bytes: Int) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// A value as it was read; a missing number is NaN.
    public enum Cell: Sendable, Hashable {
        case number(Double)
        case text(String)
        case flag(Bool)
    }

    /// A row as it was read.
    public struct Row: Sendable, Hashable {
        /// The line on which it starts, from 1.
        public var line: Int
        /// The row's time, in the axis' unit; NaN where missing.
        public var time: Double
        /// The row's device; empty where the whole file is one device.
        public var device: String
        /// One cell per column of the sample.
        public var cells: [Cell]

        /// `cells` are in the order of the sample's columns.
        public init(line: Int, time: Double, device: String, cells: [Cell]) {
            self.line = line
            self.time = time
            self.device = device
            self.cells = cells
        }
    }

    /// The first rows of a file with counts over all rows read: the whole file, or as many as a
    /// moment allows.
    public struct Sample: Sendable, Hashable {
        /// What the times count.
        public var axis: TimeKind
        /// The time zone in which the times are shown.
        public var zone: Zone
        /// Column names, with units, apart from time and device.
        public var columns: [String]
        /// The first rows.
        public var rows: [Row] = []
        /// First and last time over all rows read; `nil` where no row has one.
        public var timeRange: ClosedRange<Double>?
        /// Distinct devices among all rows read.
        public var devices = 0
        /// Rows read that could be used.
        public var rowsKept = 0
        /// Rows refused; `nil` where the file was not read to its end.
        public var rowsRefused: Int?

        /// A sample without rows.
        public init(axis: TimeKind, zone: Zone, columns: [String]) {
            self.axis = axis
            self.zone = zone
            self.columns = columns
        }

        /// Whether the file was read to its end.
        public var isWhole: Bool { rowsRefused != nil }
    }
}
