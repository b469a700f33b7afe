public import Foundation

/// Guesses how a file is written and what its columns are, from a sample, with reasons.
public enum SchemaInference {
    /// The schema of a file, from its beginning and, in larger files, blocks of its middle and end.
    ///
    /// - Parameters:
    ///   - url: the file.
    ///   - fileName: the name that counts as a hint (`PdM_errors.csv`); by default the URL's last part.
    ///   - correction: what a person changed; it wins over every guess.
    ///   - options: limits, markers and the zone of naive times.
    /// - Throws: `LoadError` where the file cannot be read or is no table.
    /// - Complexity: O(sample), at most 512 KiB whatever the file's size.
    public static func infer(
        url: URL, fileName: String? = nil, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> FileSchema {
        throw .noColumns(file: fileName ?? url.lastPathComponent)
    }

    /// The schema of a file whose bytes are at hand.
    public static func infer(
        bytes: [UInt8], fileName: String, correction: SchemaCorrection? = nil,
        options: ReadOptions = ReadOptions()
    ) throws(LoadError) -> FileSchema {
        throw .noColumns(file: fileName)
    }
}
