import Foundation
public import Values

extension DatasetFolder {
    /// Stores files that were sent: all of a call or none, and durably before it returns.
    ///
    /// Content that the data set already has changes nothing. Temporary files that were stored are
    /// gone afterwards unless `isKept`; the others stay where they are.
    /// - Parameters:
    ///   - files: what was sent.
    ///   - dataset: the data set's name, made safe; `looseFiles` stands for `raw` itself.
    ///   - mode: what to do about names that are taken.
    /// - Returns: what happened to each file; on a conflict nothing was stored.
    /// - Throws: `StorageError`; nothing is stored then, unless recovery completes it.
    public func add(
        _ files: [IncomingFile], to dataset: String, mode: AddMode
    ) throws(StorageError) -> AddOutcome {
        guard !files.isEmpty else { throw .nothingToStore }
        let isThere = isPlain(dataset) && isFolder(folder(of: dataset))
        guard let name = isThere ? dataset : SafeName.dataset(dataset) else {
            throw .invalidName(dataset)
        }
        if mode != .new, sourceSet(name) != nil { throw .nameTaken(name) }
        return try exclusively { () throws(StorageError) in
            if mode == .new, isFolder(folder(of: name)) {
                let same = try plan(files, to: name, mode: .add).outcome
                if !same.isStored, !same.isRefused { return same }
            }
            let plan = try plan(files, to: name, mode: mode)
            guard !plan.outcome.isRefused, plan.outcome.isStored else { return plan.outcome }
            try store(plan)
            return plan.outcome
        }
    }

    private func plan(
        _ files: [IncomingFile], to dataset: String, mode: AddMode
    ) throws(StorageError) -> AdditionPlan {
        var plan = try AdditionPlan(folder: self, dataset: dataset, mode: mode)
        for file in files { try plan.add(file) }
        return plan
    }

    private func store(_ plan: AdditionPlan) throws(StorageError) {
        try FileSystem.makeFolder(raw.path)
        var change = try FolderChange(incoming: incoming.path)
        do {
            for (number, step) in plan.steps.enumerated() {
                try beforeStep(.stage(number))
                try change.stage(plan.place(step.name)) { path throws(StorageError) in
                    try step.make(path)
                }
            }
            try beforeStep(.commit)
            try change.commit()
        } catch {
            try? plan.giveBack(from: change.staging)
            try? FileSystem.remove(change.staging)
            throw error
        }
        try FolderChange.complete(staging: change.staging, raw: raw.path, beforeStep)
        try FileSystem.flush(incoming.path)
        plan.clear()
    }
}
