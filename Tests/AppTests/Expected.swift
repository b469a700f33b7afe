import Dashboard
import Wording
import Foundation
import Pipeline
import Reports

/// A real set as the server analyses it, beside the truth that lies with it.
struct Expected {
    let site: LoadedSite
    let truth: Truth

    init(_ set: String) throws {
        site = try LoadedSite(set: set)
        truth = try Truth(set: set)
    }

    func remove() { site.remove() }

    var snapshot: Snapshot { site.analysed.snapshot }

    /// What the Overview and Trends found, as values.
    var found: [Finding.Kind] {
        (snapshot.overview.changes + snapshot.trends.findings).map(\.kind)
    }

    /// The words of a page as a person reads them, spaces made one.
    func text(_ page: Page, _ items: [(String, String)] = []) throws -> String {
        var text = ""
        var isTag = false
        for character in try site.html(page, items) {
            switch character {
            case "<": isTag = true
            case ">":
                isTag = false
                text += ""
            default: if !isTag { text.append(character) }
            }
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

/// Figures that were computed from a set's files by other means.
struct Truth {
    private let values: [String: Any]

    init(set: String) throws {
        let file = SharedData.folder.appending(path: set).appending(path: "truth.json")
        // One set has labels in its files instead.
        guard FileManager.default.fileExists(atPath: file.path) else {
            values = [:]
            return
        }
        let data = try Data(contentsOf: file)
        values = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What stands under a row of keys.
    private func value(_ path: [String]) -> Any? {
        path.reduce(values as Any?) { ($0 as? [String: Any])?[$1] }
    }

    func number(_ path: String...) -> Double? { value(path) as? Double }

    func count(_ path: String...) -> Int? { value(path) as? Int }

    func counts(_ path: String...) -> [String: Int] { value(path) as? [String: Int] ?? [:] }

    func numbers(_ path: String...) -> [String: Double] { value(path) as? [String: Double] ?? [:] }

    func names(_ path: String...) -> [String] {
        (value(path) as? [Any])?.map { "\($0)" } ?? []
    }
}

extension Int {
    /// `3,919`, as pages write it.
    var grouped: String {
        let digits = Array(String(self))
        return digits.indices.reduce("") { text, index in
            let isGroup = index > 0 && (digits.count - index) % 3 == 0
            return text + (isGroup ? "," : "") + String(digits[index])
        }
    }
}
