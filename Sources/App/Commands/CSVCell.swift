import Foundation

extension String {
    /// The text as a cell of a CSV file (RFC 4180 §2): quoted where it has to be.
    var csvCell: String {
        guard contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return self }
        return "\"" + replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
