import Foundation

/// Numbers as spreadsheets show them: with 15 of the 17 digits that are stored.
enum CellNumber {
    static func text(_ value: Double, written: String) -> String {
        guard written.utf8.count > 15, value.isFinite else { return written }
        // 0.1 + 0.2 is stored as 0.30000000000000004.
        return String(format: "%.15g", value)
    }
}
