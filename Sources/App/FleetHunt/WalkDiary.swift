import Foundation

/// Reports the steps of a walk while they happen, and keeps the answers if wanted.
final class WalkDiary {
    private let emit: (WalkEvent) -> Void
    /// The folder of the answers, named by the number of their step; `nil` where they are not kept.
    private let answers: URL?
    private var steps = 0

    init(answers: URL?, emit: @escaping (WalkEvent) -> Void) {
        self.answers = answers
        self.emit = emit
    }

    /// Does a step and reports its digest and its processor time; gives its bytes.
    @discardableResult
    func step(_ name: String, _ work: () async throws -> [UInt8]) async rethrows -> [UInt8] {
        emit(.begins(name))
        let start = Usage.cpuSeconds
        let bytes = try await work()
        let cpuSeconds = Usage.cpuSeconds - start
        var digest = Fingerprint()
        digest.add(bytes: Self.containsTimes(name) ? Self.lasting(bytes) : bytes)
        if let answers { try? Data(bytes).write(to: answers.appending(path: "\(steps)")) }
        steps += 1
        emit(.ended(name, digest: digest.text, cpuSeconds: cpuSeconds))
        return bytes
    }

    /// Whether a page says how long something took.
    private static func containsTimes(_ step: String) -> Bool {
        step.hasPrefix("/import") || step.hasPrefix("/diagnostics")
    }

    /// The bytes without the times that reading and models took, so that two walks are comparable.
    private static func lasting(_ bytes: [UInt8]) -> [UInt8] {
        var (kept, rest) = ([UInt8](), bytes[...])
        let marks = ["read in ", "прочитано за ", "<dt>Took</dt><dd>"].map { Array($0.utf8) }
        while let found = marks.compactMap({ rest.firstRange(of: $0) }).first {
            kept += rest[..<found.upperBound]
            rest = rest[found.upperBound...].drop { $0 != UInt8(ascii: "<") }
        }
        return kept + rest
    }

    func fault(_ kind: WalkFault.Kind, _ step: String, _ detail: String) {
        emit(.fault(WalkFault(kind: kind, step: step, detail: detail)))
    }

    func done() { emit(.done) }
}
