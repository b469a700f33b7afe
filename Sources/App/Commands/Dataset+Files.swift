import Foundation
import Telemetry

extension Dataset {
    /// A set of files from anywhere, for a command that reads them once.
    ///
    /// - Throws: where the size of a file cannot be told.
    init(name: String, files urls: [URL]) throws {
        self.init(
            name: name,
            files: try urls.map { url in
                let size = try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
                return DatasetFile(
                    name: url.lastPathComponent, url: url,
                    signature: FileSignature(size: size, modified: 0, inode: 0))
            })
    }
}
