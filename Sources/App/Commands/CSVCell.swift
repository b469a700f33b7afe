import Foundation

extension String {
    /// The text as a cell of a CSV file (RFC 4180 §2): quoted where it has to be.
    var csvCell: String { csvCell(delimiter: ",") }

    /// The same where something else than a comma stands between cells.
    func csvCell(delimiter: Character) -> String {
        guard contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else {
            return self
        }
        return "\"" + replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
