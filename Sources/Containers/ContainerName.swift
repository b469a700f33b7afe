/// Makes the names of unpacked files.
enum ContainerName {
    /// The name of the file in a gzip file: `x.csv` for `x.csv.gz`; other names stay.
    static func unpacked(_ name: String) -> String {
        let lower = name.lowercased()
        if lower.hasSuffix(".gzip") { return String(name.dropLast(5)) }
        return lower.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    }

    /// A file's name without folders and ending.
    static func stem(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
        guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
        return String(last[..<dot])
    }

    /// Whether an archive's entry is a table by its ending, and neither hidden nor a README or the
    /// like.
    static func isTable(_ path: String) -> Bool {
        let parts = path.lowercased().split(separator: "/").map(String.init)
        guard let last = parts.last,
            !parts.contains(where: { $0.hasPrefix(".") || $0 == "__macosx" })
        else { return false }
        let documents = ["readme", "license", "licence", "copying", "changelog", "notice"]
        return [".csv", ".tsv", ".txt"].contains { last.hasSuffix($0) }
            && !documents.contains(stem(last))
    }

    /// The last parts of paths; where several share theirs, their whole paths with dashes, numbered
    /// if even these agree. Case does not count.
    static func distinct(_ paths: [String]) -> [String] {
        let lasts = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        var uses: [String: Int] = [:]
        for last in lasts { uses[last.lowercased(), default: 0] += 1 }
        var taken: Set<String> = []
        return zip(paths, lasts).map { path, last in
            let isShared = uses[last.lowercased(), default: 0] > 1
            let wanted = isShared ? path.split(separator: "/").joined(separator: "-") : last
            var name = wanted
            var number = 2
            while !taken.insert(name.lowercased()).inserted {
                name = "\(number)-\(wanted)"
                number += 1
            }
            return name
        }
    }
}
