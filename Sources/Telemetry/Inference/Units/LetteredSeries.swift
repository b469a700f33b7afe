import Values

/// Columns told apart by one letter, such as `current_a`, `current_b`, `current_c`: there the
/// letter is no unit, though `a` alone could be.
struct LetteredSeries {
    /// What precedes the letter, for each column that ends with a single one.
    private let stems: [String?]
    /// Stems that also occur with a letter that is no unit.
    private let series: Set<String>

    init(_ names: [String]) {
        stems = names.map(Self.stem)
        series = Set(
            zip(names, stems).compactMap { name, stem in
                ColumnName(name).unit == nil ? stem : nil
            })
    }

    /// Whether the letter at the end of a column's name only numbers it.
    func holds(_ column: Int) -> Bool { stems[column].map(series.contains) ?? false }

    private static func stem(_ name: String) -> String? {
        guard let last = name.last, last.isLetter else { return nil }
        let stem = name.dropLast()
        guard let before = stem.last,
            "_.-".contains(before) || (before.isLowercase && last.isUppercase)
        else { return nil }
        return stem.lowercased()
    }
}

extension FileSchema {
    /// Removes units that are only the letters of a series; those from a person or a row of units
    /// stay.
    mutating func dropUnitsOfSeries(_ correction: SchemaCorrection?) {
        guard !dialect.hasUnitsRow else { return }
        let series = LetteredSeries(columns.map(\.name))
        for place in columns.indices where series.holds(place) {
            guard correction?.units[columns[place].name] == nil,
                columns[place].unit == ColumnName(columns[place].name).unit
            else { continue }
            columns[place].unit = nil
        }
    }
}
