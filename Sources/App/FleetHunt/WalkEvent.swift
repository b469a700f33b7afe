import Foundation

/// What the process that walks through a fleet tells the one that started it, a line each.
enum WalkEvent: Codable, Sendable, Hashable {
    /// A step begins: where the process ends without a word, this is where.
    case begins(String)
    /// A step ended with bytes of that digest after so much processor time.
    case ended(String, digest: String, cpuSeconds: Double)
    case fault(WalkFault)
    /// The walk is over.
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

/// Something that must not be, found on the way through a fleet.
struct WalkFault: Codable, Sendable, Hashable {
    enum Kind: String, Codable, Sendable, CaseIterable {
        /// The process ended.
        case trap
        /// It did not answer in time and was ended.
        case hang
        /// A status of 500 and more, or a link of its own that leads nowhere.
        case status
        /// A number that is none.
        case number
        /// Something was logged as an error: a part of a page that could not be made.
        case error
        /// Another answer at the second time.
        case differs
        /// More processor time than the budget.
        case slow
    }

    var kind: Kind
    var step: String
    var detail: String
}
