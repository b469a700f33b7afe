public import Foundation
public import Values

/// Guesses how a file is written and what its columns are, from a sample, with reasons.
public enum SchemaInference {
    /// The schema of a file, from its beginning and, in larger files, blocks of its middle and end.
    ///
    /// - Parameters:
    ///   - url: the file.
    ///   - fileName: the name that counts as a hint (`PdM_errors.csv`), with or without folders; by
    ///     default the URL's last two parts.
    ///   - correction: what a person changed; it wins over every guess.
    ///   - options: limits, markers and the zone of naive times.
    /// - Throws: `LoadError` where the file cannot be read or is no table.
    /// - Complexity: O(sample), at most 512 KiB whatever the file's size.
    public static func infer(
        url: URL, fileName: String? = nil, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> FileSchema {
        let file = try InputFile(path: url.path)
        let name = fileName ?? url.pathComponents.suffix(2).joined(separator: "/")
        let sample = try TextSample(file: file, name: name, correction: correction?.dialect)
        return try infer(sample, correction: correction, options: options)
    }

    /// The schema of a file in memory.
    public static func infer(
        bytes: [UInt8], fileName: String, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> FileSchema {
        let sample = try TextSample(bytes: bytes, name: fileName, correction: correction?.dialect)
        return try infer(sample, correction: correction, options: options)
    }

    static func infer(
        _ sample: TextSample, correction: SchemaCorrection?, options: ReadOptions
    ) throws(LoadError) -> FileSchema {
        let dialect = self.dialect(of: sample, correction: correction?.dialect)
        let start = StartFacts(sample.head, dialect, fileName: sample.name)
        let table = try SampleTable(
            sample, dialect: dialect, options: options, correction: correction?.dialect,
            dayFirst: start.dayFirst)
        var roles = RoleInference(table, fileName: sample.name, correction: correction)
        roles.start = start
        var schema = roles.schema()
        schema.facts = PreambleFacts.facts(sample.head, dialect)
        schema.facts.timeZone = schema.facts.timeZone ?? zoneColumn(table) ?? zoneName(table)
        schema.dropUnitsOfSeries(correction)
        return schema
    }

    /// The zone that a column of times has as its name, or in brackets: `CET`, `MTU (CET/CEST)`.
    private static func zoneName(_ table: SampleTable) -> String? {
        let names = table.columns.filter { $0.time?.format.isNaive == true }.map(\.name)
        return names.lazy.compactMap { name in
            let inner = name.split { "([])".contains($0) }.last.map(String.init) ?? name
            return inner.allSatisfy({ $0.isUppercase || $0 == "/" }) ? ZoneText.zone(inner) : nil
        }.first
    }

    /// The zone that a column names, the same in every row.
    private static func zoneColumn(_ table: SampleTable) -> String? {
        table.columns.lazy.filter { column in
            column.isConstant && !column.isNumber
                && (column.distinct[0].contains("/")
                    || column.words.mentions(["timezone", "tz", "zone", "zeitzone", "utcoffset"]))
        }.compactMap { ZoneText.zone($0.distinct[0]) }.first
    }

    static func dialect(of sample: TextSample, correction: DialectCorrection?) -> CSVDialect {
        // The dialect shows in the first lines; more would only take longer.
        let text = PaddedBytes(sample.head.prefix(64 << 10))
        return DialectSniffer(text: text, correction: correction).sniff(base: sample.base)
    }
}
