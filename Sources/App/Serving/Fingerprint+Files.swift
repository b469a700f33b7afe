import Foundation
import Telemetry

extension Fingerprint {
    /// Identifies the program's own file: another build may treat the same data differently.
    static let program: String = {
        let path = Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
        let file = try? FileManager.default.attributesOfItem(atPath: path)
        let time = (file?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(file?[.size] ?? 0) \(time)"
    }()

    /// Adds the state of a set's files, with their corrections.
    mutating func add(_ dataset: Dataset) {
        add(dataset.name)
        for file in dataset.files {
            add(file.name)
            add(file.signature)
            if let correction = file.correctionSignature { add(correction) }
        }
    }

    private mutating func add(_ file: FileSignature) {
        add("\(file.size) \(file.modified) \(file.inode)")
    }
}
