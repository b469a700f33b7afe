/// The addresses that a page links to.
struct PageLinks {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Addresses within the site in the order of the page, without fragments, static files, and
    /// files whose bytes are no text: among these any word stands by chance.
    var all: [String] {
        let mark = Array("href=\"/".utf8)
        var found: [String] = []
        var place = 0
        while place + mark.count < bytes.count {
            guard bytes[place] == mark[0], bytes[place..<place + mark.count].elementsEqual(mark)
            else {
                place += 1
                continue
            }
            let start = place + mark.count - 1
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.endIndex
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
                .replacing("&amp;", with: "&").prefix { $0 != "#" }
            if !text.hasPrefix("/static/"), !Self.isPacked(text) { found.append(String(text)) }
            place = end
        }
        return found
    }

    private static func isPacked(_ address: some StringProtocol) -> Bool {
        let path = address.prefix { $0 != "?" }
        return [".png", ".pdf", ".xlsx", ".zip", ".json"].contains { path.hasSuffix($0) }
    }
}
