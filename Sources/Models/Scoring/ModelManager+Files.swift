public import Values

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif
#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension ModelManager {
    /// What a name that is no model's is answered with.
    static let invalidName = EINVAL

    /// Whether a name is a file's in the folder itself, not hidden, and ends in `.onnx`.
    public static func isModelName(_ name: String) -> Bool {
        name.hasSuffix(".onnx") && name.count > 5 && !name.hasPrefix(".") && name.utf8.count <= 200
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0.value != 0x7F }
    }

    /// Where a model's file lies.
    func path(_ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// Looks at a model's bytes and, when they are not refused, puts them into the folder, in place
    /// of an older file of that name: whole or not at all.
    ///
    /// - Throws: `ModelError.refused`, or `ModelError.file` for a name that is no model's
    ///   (`EINVAL`) and where the folder cannot be written.
    @discardableResult
    public func store(_ bytes: [UInt8], named name: String) throws(ModelError) -> ModelEntry {
        guard ModelManager.isModelName(name) else {
            throw .file(path: name, errno: ModelManager.invalidName)
        }
        do throws(ModelRefusal) {
            _ = try ModelScan.card(of: ModelFile(bytes: bytes), limits: limits)
        } catch {
            throw .refused(error)
        }
        do throws(SystemError) {
            try FileBytes.replace(path(name), with: bytes)
        } catch {
            throw .file(path: path(name), errno: error.errno)
        }
        return entry(named: name)
    }

    /// Removes what a program left behind that was killed while it wrote a model. Not while another
    /// one may be writing.
    public func clearUnfinished() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where DurableFile.isUnfinished(name) {
            try? FileBytes.remove(path(name))
        }
    }

    /// Takes a model's file away.
    ///
    /// - Throws: `ModelError.file`.
    public func remove(named name: String) throws(ModelError) {
        guard ModelManager.isModelName(name) else {
            throw .file(path: name, errno: ModelManager.invalidName)
        }
        do throws(SystemError) {
            _ = try FileBytes.stamp(path(name))
            // First the list of columns, which most models lack: left behind, it would be taken for
            // that of a later model of this name.
            try? FileBytes.remove(columnsPath(name))
            try FileBytes.remove(path(name))
        } catch {
            throw .file(path: path(name), errno: error.errno)
        }
    }

    /// The bytes of a model's file that is not refused.
    ///
    /// - Throws: `ModelError.file`, `.refused`.
    public func file(named name: String) throws(ModelError) -> ModelFile { try open(name).model }

    /// The bytes of a model's file that is not refused, with its card.
    func open(_ name: String) throws(ModelError) -> (model: ModelFile, card: ModelCard) {
        let bytes: [UInt8]?
        do throws(SystemError) {
            bytes = try FileBytes.read(path(name), limit: limits.bytes)
        } catch {
            throw .file(path: path(name), errno: error.errno)
        }
        guard let bytes else {
            throw .refused(.tooLarge(bytes: limits.bytes + 1, limit: limits.bytes))
        }
        let model = ModelFile(bytes: bytes)
        do throws(ModelRefusal) {
            return (model, try ModelScan.card(of: model, limits: limits))
        } catch {
            throw .refused(error)
        }
    }
}
