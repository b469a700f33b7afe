import Values

/// The names of devices across the files of a data set.
///
/// A file that names no device is a device itself. Files that use the same names for different
/// devices (a training and a test set, two plants) are told apart by the difference in their paths.
/// The files of rows that programs append go on from each other: without names in them they are of
/// one device, called as the set is.
struct DeviceNaming {
    /// By file, the device of rows that name none.
    private(set) var fallbacks: [String]
    /// By file, the prefix for the names of its devices; `nil` for none.
    private(set) var prefixes: [String?]
    private(set) var note: DatasetNote?

    init(_ files: [PlannedFile], set: String) {
        let names = files.map(\.file.name)
        fallbacks = Self.distinct(
            names,
            among: files.indices.filter {
                files[$0].schema.device == .fileName
            })
        for place in files.indices where files[place].schema.device == .fileName {
            if let device = files[place].schema.facts.device { fallbacks[place] = device }
        }
        for (place, name) in names.enumerated() where RowFileName.stream(ofFile: name) != nil {
            fallbacks[place] = set
        }
        prefixes = Array(repeating: nil, count: files.count)
        for group in Self.groups(files) { separate(group, files) }
    }

    /// The stems of files or, where two of those at `places` have the same stem, their paths.
    private static func distinct(_ names: [String], among places: [Int]) -> [String] {
        let stems = names.map(RollupFile.stem)
        guard Set(places.map { stems[$0] }).count < places.count else { return stems }
        return names.map { name in
            let folder = name.split(separator: "/").dropLast()
            return (folder.map(String.init) + [RollupFile.stem(name)]).joined(separator: "/")
        }
    }

    /// Files that name devices and have the same metrics at about the same interval.
    private static func groups(_ files: [PlannedFile]) -> [[Int]] {
        var groups: [[Int]] = []
        for place in files.indices where isCandidate(files[place]) {
            let match = groups.firstIndex { areAlike(files[$0[0]], files[place]) }
            if let match { groups[match].append(place) } else { groups.append([place]) }
        }
        return groups.filter { $0.count > 1 }
    }

    private static func isCandidate(_ file: PlannedFile) -> Bool {
        guard RowFileName.stream(ofFile: file.file.name) == nil else { return false }
        return switch file.schema.device {
        case .column, .composite: file.rollupFile.hasMetrics
        case .fileName, .eachRow: false
        }
    }

    private static func areAlike(_ left: PlannedFile, _ right: PlannedFile) -> Bool {
        let metrics = { (file: PlannedFile) in Set(file.schema.readings.map(\.name)) }
        let (l, r) = (metrics(left), metrics(right))
        let (a, b) = (left.sample.medianStep ?? 1, right.sample.medianStep ?? 1)
        return Double(l.intersection(r).count) >= 0.8 * Double(l.union(r).count)
            && max(a, b) <= 1.5 * min(a, b)
    }

    /// Separates the files of a group where at least half of the readings they share in device and
    /// time differ.
    private mutating func separate(_ group: [Int], _ files: [PlannedFile]) {
        var seen: [FileSample.Key: Int] = [:]
        var (shared, different) = (0, 0)
        var devices: Set<String> = []
        for place in group {
            for (key, reading) in files[place].sample.readings {
                guard let other = seen[key] else {
                    seen[key] = reading
                    continue
                }
                shared += 1
                different += other == reading ? 0 : 1
                devices.insert(key.device)
            }
        }
        guard different > 0, different * 2 >= shared else { return }
        let names = files.map(\.file.name)
        let folders = names.map { $0.split(separator: "/").dropLast().joined(separator: "/") }
        if Set(group.map { folders[$0] }).count == group.count {
            // Each file has its own folder: other files in it are about the same devices.
            for place in files.indices where !folders[place].isEmpty {
                prefixes[place] = folders[place]
            }
        } else {
            let distinct = Self.distinct(names, among: group)
            for place in group { prefixes[place] = distinct[place] }
        }
        note = .fileNamesSeparateDevices(
            files: group.map { names[$0] }, sharedNames: devices.count)
    }
}
