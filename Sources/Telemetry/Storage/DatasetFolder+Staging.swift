public import Foundation
public import Values

/// Staged files are in `staged/<identifier>/`, numbered, beside `stage.json`. That is written last
/// and removed first: a folder without it is no stage. Data sets are never read from there.
extension DatasetFolder {
    /// The folder of stages.
    public var staged: URL { root.appendingPathComponent("staged", isDirectory: true) }

    /// Keeps files that were sent, durably, until they are taken in, discarded or expire.
    ///
    /// First removes stages that have expired. Moves the temporary files.
    /// - Parameters:
    ///   - files: what was sent.
    ///   - stage: what is known of them.
    ///   - limit: the most bytes of all stages together.
    /// - Returns: the stage with its files and its identifier.
    /// - Throws: `StorageError`; nothing is kept then.
    public func stage(
        _ files: [IncomingFile], as stage: Stage, limit: Int
    ) throws(StorageError) -> Stage {
        guard !files.isEmpty else { throw .nothingToStore }
        try checkNames(files, stage.dataset)
        return try exclusively { () throws(StorageError) in
            try FileSystem.makeFolder(staged.path)
            var stage = stage
            let others = try removeExpired(at: stage.created)
            for file in files {
                guard let status = FileSystem.status(file.temporary.path) else {
                    throw .cannotRead(path: file.temporary.path, errno: ENOENT)
                }
                stage.files.append(.init(name: file.name, bytes: status.signature.size))
            }
            guard others + stage.byteCount <= limit else { throw .stagesFull(limit: limit) }
            stage.id = Stage.newIdentifier()
            try place(stage, files)
            return stage
        }
    }

    /// The stage with this identifier.
    /// - Throws: `StorageError.unknownStage`, also where it expired.
    public func stage(_ id: String, at now: Double) throws(StorageError) -> Stage {
        guard Stage.isIdentifier(id), let stage = read(id), stage.isAlive(at: now) else {
            throw .unknownStage
        }
        return stage
    }

    /// Where a file of a stage is.
    public func url(ofFile number: Int, of stage: Stage) -> URL {
        staged.appendingPathComponent(stage.id).appendingPathComponent("\(number)")
    }

    /// Changes the correction of a file of a stage: `change` gets the present one, empty without.
    /// - Throws: `StorageError.unknownStage`, also where there is no such file.
    public func correct(
        file number: Int, of id: String, at now: Double,
        _ change: (SchemaCorrection) -> SchemaCorrection
    ) throws(StorageError) {
        try exclusively { () throws(StorageError) in
            var stage = try stage(id, at: now)
            guard stage.files.indices.contains(number) else { throw .unknownStage }
            let earlier = stage.files[number].correction ?? SchemaCorrection()
            stage.files[number].correction = change(earlier)
            try write(stage)
        }
    }

    /// Takes the files of a stage into their data set with their corrections, all or none, as `add`
    /// does. Then the stage is gone; where a file is in conflict it stays unchanged.
    /// - Throws: `StorageError`; the stage stays.
    public func takeIn(stage id: String, at now: Double) throws(StorageError) -> AddOutcome {
        let stage = try stage(id, at: now)
        let incoming = stage.files.enumerated().map { number, file in
            IncomingFile(
                temporary: url(ofFile: number, of: stage), name: file.name,
                correction: file.correction, isKept: true)
        }
        let outcome = try add(incoming, to: stage.dataset, mode: stage.mode)
        // If this fails the files expire; taking them in again would change nothing.
        if !outcome.isRefused { try? discard(stage: id) }
        return outcome
    }

    /// Removes a stage with its files; does nothing where there is none.
    public func discard(stage id: String) throws(StorageError) {
        guard Stage.isIdentifier(id), isFolder(staged) else { return }
        try exclusively { () throws(StorageError) in try remove(id) }
    }

    /// Removes stages that have expired or were never complete. Call it at start.
    public func clearStages(at now: Double) throws(StorageError) {
        guard isFolder(staged) else { return }
        try exclusively { () throws(StorageError) in _ = try removeExpired(at: now) }
    }

    // MARK: - Under the lock

    /// Throws for names that no file or set can have, before anything is kept.
    private func checkNames(
        _ files: [IncomingFile], _ dataset: String
    ) throws(StorageError) {
        for file in files where SafeName.file(file.name) == nil { throw .invalidName(file.name) }
        let isThere = isPlain(dataset) && isFolder(folder(of: dataset))
        guard isThere || SafeName.dataset(dataset) != nil else { throw .invalidName(dataset) }
    }

    private func place(_ stage: Stage, _ files: [IncomingFile]) throws(StorageError) {
        let folder = staged.appendingPathComponent(stage.id).path
        guard try FileSystem.claimFolder(folder) else {
            throw .cannotWrite(path: folder, errno: EEXIST)
        }
        do {
            for (number, file) in files.enumerated() {
                try FileSystem.take(
                    file.temporary.path, to: url(ofFile: number, of: stage).path)
            }
            try write(stage)
            try FileSystem.flush(staged.path)
        } catch {
            try? remove(stage.id)
            throw error
        }
    }

    private func write(_ stage: Stage) throws(StorageError) {
        let target = manifest(stage.id)
        guard let bytes = try? JSONEncoder().encode(stage) else {
            throw .cannotWrite(path: target, errno: 0)
        }
        try FileSystem.replace(target, through: target + ".new", with: bytes)
    }

    private func read(_ id: String) -> Stage? {
        guard let bytes = try? FileSystem.bytes(manifest(id)),
            let stage = try? JSONDecoder().decode(Stage.self, from: bytes), stage.id == id
        else { return nil }
        return stage
    }

    /// - Returns: bytes of the stages that remain.
    private func removeExpired(at now: Double) throws(StorageError) -> Int {
        var bytes = 0
        for id in try FileSystem.names(in: staged.path) where Stage.isIdentifier(id) {
            if let stage = read(id), stage.isAlive(at: now) {
                bytes += stage.byteCount
            } else {
                try remove(id)
            }
        }
        return bytes
    }

    private func remove(_ id: String) throws(StorageError) {
        try FileSystem.remove(manifest(id))
        try FileSystem.remove(staged.appendingPathComponent(id).path)
        try FileSystem.flush(staged.path)
    }

    private func manifest(_ id: String) -> String {
        staged.appendingPathComponent(id).appendingPathComponent("stage.json").path
    }
}
