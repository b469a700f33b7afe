/// Serial numbers and label in brackets at the end of a header, as HOBOware writes them: `Temp, °F
/// (LGR S/N: 1000001, SEN S/N: 1000002, LBL: Inlet)`.
struct SerialNumbers: Sendable {
    /// The header without the brackets.
    let rest: String
    /// Of the logger, or of anything else that is not said to be a sensor.
    private(set) var logger: String?
    private(set) var sensor: String?
    private(set) var label: String?

    /// `nil` where the header does not end with such brackets.
    init?(_ header: String) {
        guard header.last == ")", let start = header.lastIndex(of: "("), start > header.startIndex
        else { return nil }
        rest = String(header[..<start]).trimmingSpaces()
        guard !rest.isEmpty else { return nil }
        for part in header[header.index(after: start)...].dropLast().split(separator: ",") {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let key = String(part[..<colon]).trimmingSpaces().uppercased()
            let value = String(part[part.index(after: colon)...]).trimmingSpaces()
            guard !value.isEmpty else { return nil }
            switch key {
            case "SEN S/N": sensor = value
            case "LBL": label = value
            case _ where key.hasSuffix("S/N") || key.hasSuffix("SERIAL"): logger = value
            default: return nil
            }
        }
        guard logger ?? sensor ?? label != nil else { return nil }
    }
}
