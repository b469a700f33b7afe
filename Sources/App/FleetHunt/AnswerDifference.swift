import Foundation

/// The first difference between the answers of two walks through the same files.
struct AnswerDifference {
    /// The step's number and the bytes around the difference in both walks; nil if they agree.
    let text: String?

    /// Walks twice more through the files in `folder/files`; the answers may be equal this time.
    /// Throws where a process cannot be started.
    init(_ folder: URL) throws {
        let process = WalkProcess(argument: FleetWalk.keepArgument)
        let count = try process.walk(folder).steps.count
        let first = try Self.answers(count, in: folder)
        _ = try process.walk(folder)
        let second = try Self.answers(count, in: folder)
        text =
            zip(first, second).enumerated().lazy.compactMap { step, pair in
                Self.difference(pair.0, pair.1).map { "step \(step): \($0)" }
            }.first
    }

    private static func answers(_ count: Int, in folder: URL) throws -> [[UInt8]] {
        try (0..<count).map {
            Array(try Data(contentsOf: folder.appending(path: "answers/\($0)")))
        }
    }

    private static func difference(_ one: [UInt8], _ other: [UInt8]) -> String? {
        guard one != other else { return nil }
        let place = zip(one, other).enumerated().first { $1.0 != $1.1 }?.offset
        let start = max(0, (place ?? min(one.count, other.count)) - 60)
        let around = [one, other].map { bytes in
            String(decoding: bytes.dropFirst(start).prefix(160), as: UTF8.self)
        }
        return "«\(around[0])» and «\(around[1])»"
    }
}
