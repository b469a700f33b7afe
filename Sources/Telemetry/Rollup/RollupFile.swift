public import Values

/// A file as the builder sees it: its columns, and how its devices are named.
public struct RollupFile: Sendable {
    /// The path within the data set, unique there.
    public var name: String
    /// How it is written and what its columns are.
    public internal(set) var schema: FileSchema
    /// The device of rows that name none; by default the file's stem.
    public var fallbackDevice: String
    /// Put before the names of this file's devices where other files use the same names for others
    /// (`train_FD001`).
    public var devicePrefix: String?
    /// The names in other files that a person matched to devices of this file.
    public var deviceNames: [String: String] = [:]
    /// The sampling interval in the axis' unit; `nil` where unknown.
    public var step: Double?
    /// Whether its rows are on the time axis; false for a list of devices.
    let hasTimes: Bool
    /// Whether its rows have readings.
    let hasMetrics: Bool

    /// `fallbackDevice` is by default the stem of `name`.
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

    /// The name of a device of this file in the catalog.
    ///
    /// - Parameter row: the row's number in the file, from 0; it names the device where each row is
    ///   one and has no name.
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

    /// What the file may write for a device of the catalog.
    func writtenNames(_ device: String) -> [String] {
        var name = device
        if let devicePrefix {
            guard name.hasPrefix(devicePrefix + " / ") else { return [] }
            name = String(name.dropFirst(devicePrefix.count + 3))
        }
        return [name] + deviceNames.filter { $0.value == name }.map(\.key).sorted()
    }

    /// The code of events for which the file names none.
    var unnamedCode: String {
        schema.device == .fileName ? "(event)" : Self.stem(name)
    }
}
