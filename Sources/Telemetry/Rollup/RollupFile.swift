public import Values

/// A file as the builder sees it: what its columns are and how its devices are called.
public struct RollupFile: Sendable {
    /// The path within the data set.
    public var name: String
    /// How it is written and what its columns are.
    public internal(set) var schema: FileSchema
    /// The device of rows that name none.
    public var fallbackDevice: String
    /// What sets this file's devices apart from those of other files (`train_FD001`), where needed.
    public var devicePrefix: String?
    /// What a person said that devices of this file are called in other files.
    public var deviceNames: [String: String] = [:]
    /// The sampling interval, in the axis' units; `nil` where there is none.
    public var step: Double?
    /// Whether its rows stand on the time axis.
    let hasTimes: Bool
    /// Whether its rows are readings.
    let hasMetrics: Bool

    /// Makes a file; `fallbackDevice` is by default the name's stem.
    public init(
        name: String, schema: FileSchema, fallbackDevice: String? = nil,
        devicePrefix: String? = nil, step: Double? = nil
    ) {
        self.name = name
        self.schema = schema
        self.fallbackDevice = fallbackDevice ?? Self.stem(name)
        self.devicePrefix = devicePrefix
        self.step = step
        hasTimes = schema.shape != .devices
        hasMetrics = hasTimes && schema.columns.contains { $0.role == .metric }
    }

    /// The last part of a path without its extension.
    public static func stem(_ path: String) -> String {
        let last = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = last.lastIndex(of: "."), dot != last.startIndex else { return last }
        return String(last[..<dot])
    }

    /// The name under which a device of this file stands in the catalog.
    ///
    /// - Parameter row: the number of the row among the file's rows, from 0; it names the units of
    ///   a table whose rows have no name.
    public func deviceName(_ written: String, row: Int) -> String {
        var name = written
        if name.isEmpty {
            if case .eachRow = schema.device {
                name = String(row + 1)
            } else {
                return fallbackDevice
            }
        }
        name = deviceNames[name] ?? name
        return devicePrefix.map { "\($0) / \(name)" } ?? name
    }

    /// The code of events that the file does not name.
    var unnamedCode: String {
        schema.device == .fileName ? "(event)" : Self.stem(name)
    }
}
