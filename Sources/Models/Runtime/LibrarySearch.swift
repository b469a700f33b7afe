#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where to look for the ONNX Runtime library, and in which order.
public struct LibrarySearch: Sendable, Hashable {
    /// The one library to use; when given, no other is tried.
    public var explicitPath: String?

    /// Folders that a set-up fills, such as `.onnxruntime`; the newest version in each is first.
    public var folders: [String]

    /// Paths and names that package managers use; names are left to the loader's own search.
    public var systemNames: [String]

    /// The usual names on Linux and macOS.
    public static let defaultNames = [
        "libonnxruntime.so.1", "libonnxruntime.so", "libonnxruntime.dylib",
        "/opt/homebrew/lib/libonnxruntime.dylib", "/usr/local/lib/libonnxruntime.dylib",
        "/usr/local/lib/libonnxruntime.so.1", "/usr/local/lib/libonnxruntime.so",
    ]

    /// By default only the usual names are tried.
    public init(
        explicitPath: String? = nil, folders: [String] = [],
        systemNames: [String] = LibrarySearch.defaultNames
    ) {
        self.explicitPath = explicitPath
        self.folders = folders
        self.systemNames = systemNames
    }

    /// What to try, in order; folders that do not exist add nothing.
    ///
    /// - Complexity: one listing per folder.
    public var candidates: [String] {
        if let explicitPath { return [explicitPath] }
        return folders.flatMap(LibrarySearch.libraries(in:)) + systemNames
    }

    private static func libraries(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter(isLibrary).sorted { first, second in
            let versions = (version(first), version(second))
            return versions.0 == versions.1
                ? first < second : versions.1.lexicographicallyPrecedes(versions.0)
        }
        .map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
    }

    /// `libonnxruntime.so`, `.so.1.31.1`, `.dylib` and `.1.31.1.dylib`.
    private static func isLibrary(_ name: String) -> Bool {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        let others = parts.dropFirst().filter { Int($0) == nil }
        return parts[0] == "libonnxruntime" && (others == ["so"] || others == ["dylib"])
    }

    /// The numbers in a library's name: `libonnxruntime.so.1.31.1` gives 1, 31, 1.
    private static func version(_ name: String) -> [Int] {
        name.split(separator: ".").compactMap { Int($0) }
    }
}
