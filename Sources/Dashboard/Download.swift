import Wording

/// What can be saved from the pages; `Routes` of the program answers under these paths.
package enum Download: String, Sendable, Hashable, CaseIterable {
    /// Devices with status, health and what contributes to it.
    case devices
    /// Units with their group and features.
    case clusters
    /// The raw rows behind a mark of a chart.
    case rows
    /// All rows and cells refused while loading, with line, column, value and reason.
    case issues
    /// Parts with their age and the probability that they fail.
    case parts

    /// The formats of each of them, by the endings of their files.
    package enum Format: String, Sendable, Hashable, CaseIterable {
        case csv, xlsx
    }

    /// What stands between the cells of a CSV file, and with it how numbers are written there.
    package enum Separator: String, Sendable, Hashable, CaseIterable {
        /// With points in numbers.
        case comma
        /// With decimal commas.
        case semicolon
    }

    static let folder: StaticString = "/export"

    /// The last part of the path.
    func fileName(_ format: Format) -> String { "\(rawValue).\(format.rawValue)" }

    /// Where it is answered.
    package func path(_ format: Format) -> String { "\(Self.folder)/\(fileName(format))" }
}
