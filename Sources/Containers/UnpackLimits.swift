/// Limits of unpacking: containers may be made to do harm.
package struct UnpackLimits: Sendable, Hashable, Codable {
    /// Bytes of all unpacked files together.
    package var bytes = 8 << 30
    /// Bytes of one part of a workbook, which is held in memory.
    package var partBytes = 768 << 20
    /// Entries of an archive, folders and other files included.
    package var entries = 4096
    /// Unpacked bytes for each packed one. Deflate packs at most 1032 to 1; tables of constant
    /// columns come to about 100.
    package var ratio = 250
    /// The ratio counts once more bytes than this are unpacked.
    package var ratioFrom = 4 << 20

    package init() {}

    /// Those for archives of data sets: any file may be in them.
    ///
    /// - Parameter free: bytes that the disk has room for.
    package static func sets(free: Int) -> UnpackLimits {
        var limits = UnpackLimits()
        limits.bytes = min(64 << 30, max(0, free - (1 << 30)))
        limits.entries = 100_000
        // More than deflate can pack.
        limits.ratio = 1_100
        return limits
    }
}

/// A file that was unpacked.
package struct UnpackedFile: Sendable, Hashable, Codable {
    /// The name it is to have in a data set. Names from one ZIP archive all differ, whatever their
    /// case; those of sheets do as far as their titles do.
    package var name: String
    /// The file that holds it, in the folder it was unpacked into.
    package var place: String
    /// It is a sheet of a workbook, which may hold other things than tables.
    package var isSheet: Bool
}
