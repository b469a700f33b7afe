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
    /// The error number for a name that is no model's.
    static let invalidName = EINVAL

    /// Whether a name is that of a file in the folder itself, not hidden, of at most 200 bytes, and
    /// ends in `.onnx`.
    public static func isModelName(_ name: String) -> Bool {
        name.hasSuffix(".onnx") && name.count > 5 && !name.hasPrefix(".") && name.utf8.count <= 200
            && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "/" && $0.value != 0x7F }
    }

    func path(_ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// Scans a model's bytes and, unless they are refused, puts them into the folder, in place of
    /// an older file of that name: whole or not at all.
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

    /// Removes what a program that was killed while it wrote a model left behind. Not to be called
    /// while another one may be writing.
    public func clearUnfinished() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where DurableFile.isUnfinished(name) {
            try? FileBytes.remove(path(name))
        }
    }

    /// Removes a model's file and the list of columns kept for it; its versions stay.
    ///
    /// - Throws: `ModelError.file`, also where there is no such file.
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
