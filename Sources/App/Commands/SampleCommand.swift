import Foundation

/// `perfmon sample`: writes the sample fleet into `raw/sample-fleet` of the data folder.
struct SampleCommand {
    let data: String

    func run() -> Int32 {
        let folder = URL(filePath: data, directoryHint: .isDirectory)
            .appending(path: "raw/\(SampleFleet.name)")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
            for file in SampleFleet().files() {
                try Data(file.text.utf8).write(
                    to: folder.appending(path: file.name), options: .atomic)
            }
            print("The sample fleet is in \(folder.path).")
            return 0
        } catch {
            print("The sample fleet cannot be written: \(error)", to: &Output.standardError)
            return 1
        }
    }
}
