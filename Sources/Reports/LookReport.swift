public import Values

/// What would be read of files that were sent but not yet taken into a data set.
public struct LookReport: Sendable, Hashable {
    /// Under which the files are found.
    public var id: String
    /// The data set that they are meant for.
    public var dataset: String
    /// What would be done about names that are taken.
    public var mode: AddMode
    /// When they are removed, in seconds since 1970.
    public var end: Double
    /// The files, in the order in which they were sent.
    public var files: [File]

    /// Describes files that wait.
    public init(id: String, dataset: String, mode: AddMode, end: Double, files: [File]) {
        self.id = id
        self.dataset = dataset
        self.mode = mode
        self.end = end
        self.files = files
    }

    /// Whether every file could be taken in.
    public var isUsable: Bool { files.allSatisfy { $0.error == nil } }
    /// Bytes of all files.
    public var byteCount: Int { files.reduce(0) { $0 + $1.bytes } }

    /// One of the files.
    public struct File: Sendable, Hashable {
        /// The name under which it was sent.
        public var name: String
        /// Its size.
        public var bytes: Int
        /// Why it cannot be used; `nil` where it can.
        public var error: LoadError?
        /// How it would be read; `nil` where that could not be told.
        public var schema: FileSchema?
        /// Its first rows; `nil` where none could be read.
        public var sample: Sample?

        /// A file of which nothing is known yet.
        public init(name: String, bytes: Int) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// A cell as it was read.
    public enum Cell: Sendable, Hashable {
        /// NaN where it is missing.
        case number(Double)
        case text(String)
        case flag(Bool)
    }

    /// A row as it was read.
    public struct Row: Sendable, Hashable {
        /// The line on which it starts, from 1.
        public var line: Int
        /// The time, in the axis' unit; NaN where it is missing.
        public var time: Double
        /// Whose row it is; empty where the file is the device.
        public var device: String
        /// One cell for each of the sample's columns.
        public var cells: [Cell]

        /// Makes a row.
        public init(line: Int, time: Double, device: String, cells: [Cell]) {
            self.line = line
            self.time = time
            self.device = device
            self.cells = cells
        }
    }

    /// What the rows held that were read: all of the file, or as many as a moment allows.
    public struct Sample: Sendable, Hashable {
        /// What the times count.
        public var axis: TimeKind
        /// The zone in which they are shown.
        public var zone: Zone
        /// Names of the cells, with units, behind time and device.
        public var columns: [String]
        /// The first rows.
        public var rows: [Row] = []
        /// First and last time; `nil` where no row has one.
        public var timeRange: ClosedRange<Double>?
        /// Different devices.
        public var devices = 0
        /// Rows that could be used, of those that were read.
        public var rowsKept = 0
        /// Rows that could not; `nil` where the file was not read to its end.
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
