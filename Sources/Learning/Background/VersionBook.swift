import Foundation
import Models
import Reports
import Values

/// What a person decides about the model learned of a set.
public enum LearningChange: Sendable, Hashable {
    /// How far ahead to predict failures, in the axis' unit; nil = as far as there are signs.
    /// Unpins the version.
    case horizon(Double?)
    /// Use this version, and keep it in use.
    case use(version: Int)
    /// Use the newest version again, and follow newer ones.
    case followNewest
    /// Switch learning off for the set, or on again.
    case isOff(Bool)
}

/// The versions of one model, as its folder holds them.
///
/// Reads and writes files: not for threads that serve.
struct VersionBook {
    let manager: ModelManager
    /// Name of the model's file.
    let name: String

    /// The stored versions; empty where there are none, or they cannot be read.
    func read() -> ModelVersions {
        guard let bytes = manager.history(of: name) else { return ModelVersions() }
        return (try? JSONDecoder().decode(ModelVersions.self, from: Data(bytes)))
            ?? ModelVersions()
    }

    /// Stores the versions.
    ///
    /// - Throws: `ModelError.file`.
    func keep(_ versions: ModelVersions) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try manager.keepHistory(Array(encoder.encode(versions)), of: name)
    }

    /// Takes a new model into use as the next version; does nothing where a person has pinned a
    /// version or switched learning off meanwhile.
    ///
    /// - Parameters:
    ///   - rows: Rows of the set that it was taught.
    ///   - now: Seconds since 1970.
    /// - Throws: `ModelError`; the previous model is then still in use.
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

    /// Applies a person's decision and returns the versions then.
    ///
    /// - Throws: `ModelError`, and nothing has changed then; `file` for a version that is not kept.
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
