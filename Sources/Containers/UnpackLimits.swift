/// What unpacking may take: files are written by strangers.
package struct UnpackLimits: Sendable, Hashable, Codable {
    /// Bytes of all unpacked files together.
    package var bytes = 8 << 30
    /// Bytes of one part of a workbook, which is held in memory.
    package var partBytes = 768 << 20
    /// Entries of an archive.
    package var entries = 4096
    /// Unpacked bytes for each packed one, beyond the first `ratioFrom`. Deflate packs at most 1032
    /// to 1; tables of constant columns come to about 100.
    package var ratio = 250
    /// Unpacked bytes from which the ratio counts.
    package var ratioFrom = 4 << 20

    /// The usual limits.
    package init() {}
}

/// A file that was unpacked.
package struct UnpackedFile: Sendable, Hashable, Codable {
    /// Its name as a file of a data set; within one container no name comes twice.
    package var name: String
    /// The name of the file that holds it, in the folder that was unpacked to.
    package var place: String
    /// It is a sheet of a workbook, which may hold other things than tables.
    package var isSheet: Bool
}
