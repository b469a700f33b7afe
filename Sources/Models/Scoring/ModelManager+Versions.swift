public import Values

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Earlier versions of a model, kept beside it under names that are no models'.
extension ModelManager {
    private static let historyLimit = 1 << 20

    private func versionPath(_ number: Int, of name: String) -> String {
        path(name) + ".v\(number)"
    }

    private func historyPath(_ name: String) -> String { path(name) + ".versions.json" }

    /// Keeps the bytes of a version, in place of an older one with that number.
    ///
    /// - Throws: `ModelError.file`.
    public func keepVersion(
        _ bytes: [UInt8], _ number: Int, of name: String
    ) throws(ModelError) {
        try replace(versionPath(number, of: name), with: bytes, of: name)
    }

    /// The bytes of a version; nil where it is missing or larger than a model may be.
    public func version(_ number: Int, of name: String) -> [UInt8]? {
        guard Self.isModelName(name) else { return nil }
        return try? FileBytes.read(versionPath(number, of: name), limit: limits.bytes)
    }

    /// Removes a version, if it is there.
    public func removeVersion(_ number: Int, of name: String) {
        guard Self.isModelName(name) else { return }
        try? FileBytes.remove(versionPath(number, of: name))
    }

    /// What `keepHistory` kept about a model's versions; nil where nothing is, or more than 1 MiB.
    public func history(of name: String) -> [UInt8]? {
        guard Self.isModelName(name) else { return nil }
        return try? FileBytes.read(historyPath(name), limit: Self.historyLimit)
    }

    /// Keeps something about the versions of a model, in any form.
    ///
    /// - Throws: `ModelError.file`.
    public func keepHistory(_ bytes: [UInt8], of name: String) throws(ModelError) {
        try replace(historyPath(name), with: bytes, of: name)
    }

    /// Removes all versions of a model, and what is kept about them.
    public func removeHistory(of name: String) {
        guard Self.isModelName(name) else { return }
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for file in files where file.hasPrefix(name + ".v") {
            try? FileBytes.remove(path(file))
        }
    }

    private func replace(
        _ path: String, with bytes: [UInt8], of name: String
    ) throws(ModelError) {
        guard Self.isModelName(name) else {
            throw .file(path: name, errno: Self.invalidName)
        }
        do throws(SystemError) {
            try FileBytes.replace(path, with: bytes)
        } catch {
            throw .file(path: path, errno: error.errno)
        }
    }
}
