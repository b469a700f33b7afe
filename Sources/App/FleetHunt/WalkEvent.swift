import Foundation

/// What the process that walks through a fleet tells the one that started it, one line each.
enum WalkEvent: Codable, Sendable, Hashable {
    /// The name of a step that begins; where the process dies, the last one tells where.
    case begins(String)
    /// The step's name, and the seconds of processor time that it took.
    case ended(String, digest: String, cpuSeconds: Double)
    case fault(WalkFault)
    case done

    /// One line of JSON.
    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    init?(line: String) {
        guard let event = try? JSONDecoder().decode(Self.self, from: Data(line.utf8)) else {
            return nil
        }
        self = event
    }
}

/// Something wrong that was found on the way through a fleet.
struct WalkFault: Codable, Sendable, Hashable {
    enum Kind: String, Codable, Sendable, CaseIterable {
        /// The process crashed, or ended with another status than 0.
        case trap
        /// The walk took too long and was ended.
        case hang
        /// A status of 500 or more, or from 400 on once the set is read.
        case status
        /// A broken number on a page or in a file.
        case number
        /// The program logged an error, such as a part of a page that could not be made.
        case error
        /// The second walk got another answer.
        case differs
        /// More processor time than the budget.
        case slow
    }

    var kind: Kind
    var step: String
    var detail: String
}
