import Foundation
import Models
import Reports
import Values

/// What a person wants of the model that was learned of a set.
public enum LearningChange: Sendable, Hashable {
    /// Failures are to be looked for so far ahead, in the axis' unit; nil for as far as there are signs.
    case horizon(Double?)
    /// This version is to be used, and to stay.
    case use(version: Int)
    /// The newest is to be used again.
    case followNewest
    /// Nothing is to be learned of the set, or something again.
    case isOff(Bool)
}

/// The versions of one model in its folder.
///
/// Reads and writes files: not for threads that serve.
struct VersionBook {
    let manager: ModelManager
    /// The model's file.
    let name: String

    /// What is kept; nothing where there is nothing, or something unreadable.
    func read() -> ModelVersions {
        guard let bytes = manager.history(of: name) else { return ModelVersions() }
        return (try? JSONDecoder().decode(ModelVersions.self, from: Data(bytes)))
            ?? ModelVersions()
    }

    /// Keeps it on the disk.
    ///
    /// - Throws: `ModelError.file`.
    func keep(_ versions: ModelVersions) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try manager.keepHistory(Array(encoder.encode(versions)), of: name)
    }

    /// Puts a new model into use as the next version; not where a person meanwhile chose one to stay,
    /// or switched learning off.
    ///
    /// - Parameters:
    ///   - rows: The set's rows that it was taught.
    ///   - now: Seconds since 1970.
    /// - Throws: `ModelError`; then the one before is still in use.
    func add(
        _ bytes: [UInt8], rows: Int, cause: ModelVersions.Cause, now: Double
    ) throws {
        var versions = read()
        guard versions.pinned == nil, !versions.isOff else { return }
        let number = versions.next
        try manager.keepVersion(bytes, number, of: name)
        let metadata = try manager.store(bytes, named: name).card?.metadata ?? [:]
        let recipe = PredictionRecipe(metadata: metadata)
        let dropped = versions.add(
            ModelVersions.Version(
                number: number, learned: now, rows: rows,
                horizon: recipe?.task == .failure ? recipe?.horizon : nil, cause: cause,
                test: BackTest(metadata: metadata)))
        versions.leadTime = LeadTime.read(metadata)
        versions.since = nil
        try keep(versions)
        for number in dropped { manager.removeVersion(number, of: name) }
    }

    /// Does what a person wants; gives what is kept then.
    ///
    /// - Throws: `ModelError`; then nothing has changed. `file` for a version that is not kept.
    func change(_ change: LearningChange) throws -> ModelVersions {
        var versions = read()
        switch change {
        case .horizon(let horizon):
            versions.horizon = horizon
            versions.pinned = nil
        case .use(let number):
            try use(number, &versions)
            versions.pinned = number
        case .followNewest:
            if let newest = versions.versions.last { try use(newest.number, &versions) }
            versions.pinned = nil
        case .isOff(let isOff): versions.isOff = isOff
        }
        try keep(versions)
        return versions
    }

    private func use(_ number: Int, _ versions: inout ModelVersions) throws {
        guard versions.versions.contains(where: { $0.number == number }),
            let bytes = manager.version(number, of: name)
        else { throw ModelError.file(path: "\(name) \(number)", errno: ENOENT) }
        let metadata = try manager.store(bytes, named: name).card?.metadata ?? [:]
        versions.current = number
        versions.leadTime = LeadTime.read(metadata)
        versions.since = nil
    }
}
