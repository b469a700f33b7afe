import Foundation
import Testing

/// The compiler wants every use of a pointer marked with `unsafe`; these are the only files with
/// such marks. Whoever needs a pointer elsewhere calls one of them, or says here why not.
@Suite("Which files hold unsafe code")
struct UnsafeFilesTests {
    /// By their path in Sources, with what needs a pointer there.
    static let allowed: [String: String] = [
        "Analysis/Analytics/SegmentStarts.swift": "kernels: costs of segments",
        "Analysis/AnomalyDetection/CompleteTree.swift": "kernels: rows down a tree",
        "Analysis/Clustering/AssignedRows.swift": "kernels: the steps of k-means",
        "Analysis/Clustering/ColumnMoments.swift": "kernels: sums and products of columns",
        "Analysis/Clustering/PackedRows.swift": "kernels: distances",
        "Analysis/Similarity/SlidingProducts.swift": "kernels: products along a series",
        "App/Commands/Usage.swift": "getrusage, setrlimit",
        "App/Supervision/ProcessCalls.swift": "starting and reaping, pipes",
        "App/Supervision/SharedJournal.swift": "memory shared with the supervisor",
        "Containers/Deflater.swift": "zlib",
        "Containers/Inflater.swift": "zlib",
        "HTTP/Body/FileBody.swift": "open, fstat, pread",
        "HTTP/Body/Gzip.swift": "zlib",
        "HTTP/Body/TemporaryFile.swift": "open, write, unlink, readdir",
        "HTTP/Loop/ServingThread.swift": "the mark of a thread",
        "HTTP/Sockets/Listener.swift": "accept, the text of an address",
        "HTTP/Sockets/Poller.swift": "epoll, kqueue",
        "HTTP/Sockets/Socket.swift": "connect, receive, send",
        "HTTP/Sockets/WakeUpPipe.swift": "pipe, poll, read, write",
        "Markup/Literal.swift": "the bytes of a literal",
        "Models/Runtime/OnnxRuntime.swift": "C interface of ONNX Runtime: opening, errors",
        "Models/Runtime/OnnxSession+Rows.swift": "the same: many rows",
        "Models/Runtime/OnnxSession.swift": "the same: loading and running",
        "Models/Runtime/OnnxTypes+Reading.swift": "the same: types of inputs and outputs",
        "Models/Runtime/OnnxValues+Bridging.swift": "the same: tensors, sequences, maps",
        "Models/Scoring/FileBytes.swift": "open, fstat, pread, unlink",
        "Models/Worker/ByteCoding.swift": "numbers as they lie in memory",
        "Models/Worker/SharedMemory.swift": "memory shared with the worker",
        "Models/Worker/WorkerCalls.swift": "starting and reaping, poll, read, write",
        "Printing/DrawingLibraries.swift": "C interface of the drawing libraries: opening, PNG",
        "Printing/PDFCanvas.swift": "the same: pages, texts",
        "Telemetry/CSV/ContentHash+Folding.swift": "kernels: XXH64",
        "Telemetry/CSV/FieldIndex.swift": "kernels: the places of fields",
        "Telemetry/CSV/InputFile.swift": "open, fstat, pread, a span's copy",
        "Telemetry/Reading/ColumnDecoder.swift": "kernels: numbers, times, texts",
        "Telemetry/Rollup/CellKernels.swift": "kernels: columns of chunks and cells",
        "Telemetry/Rollup/FoldScratch.swift": "kernels: rows into cells",
        "Telemetry/Storage/RowLog/AppendFile.swift": "open, pwrite, fsync",
        "Telemetry/Storage/FileSystem.swift": "stat, mkdir, open, rename",
        "Values/Files/DurableFile.swift": "open, write, rename, unlink",
    ]

    @Test("No other file holds unsafe, and each of these does")
    func files() throws {
        let root = ImportTableTests.root.appending(path: "Sources")
        let files = try #require(
            FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        var found: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            if text.split(separator: "\n").contains(where: Self.isMarked) {
                found.insert(String(file.path.dropFirst(root.path.count + 1)))
            }
        }
        let known = Set(Self.allowed.keys)
        #expect(found.subtracting(known).sorted() == [], "files that are not listed")
        #expect(known.subtracting(found).sorted() == [], "listed files without unsafe")
    }

    /// Whether the keyword stands in the line, before a comment.
    private static func isMarked(_ line: Substring) -> Bool {
        // A word of a content security policy, not of Swift.
        let line = line.replacing("'unsafe-inline'", with: "")
        return line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
            .split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            .contains("unsafe")
    }
}
