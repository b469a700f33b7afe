import Foundation

extension String {
    /// The text as a cell of a CSV file (RFC 4180, section 2): in quotes where needed.
    var csvCell: String { csvCell(delimiter: ",") }

    /// The same for another character between cells.
    func csvCell(delimiter: Character) -> String {
        guard contains(where: { $0 == delimiter || $0 == "\"" || $0.isNewline }) else {
            return self
        }
        return "\"" + replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
