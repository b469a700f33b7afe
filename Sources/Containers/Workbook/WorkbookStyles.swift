import Values

/// The number formats of cells (ECMA-376, part 1, 18.8).
enum WorkbookStyles {
    /// The kind of date each cell format shows, in the order that cells refer to; `nil` where none.
    static func read(_ bytes: [UInt8]) throws(ContainerFault) -> [DateFormatKind?] {
        var xml = XMLPull(bytes)
        var codes: [Int: String] = [:]
        var formats: [Int] = []
        var isInCellFormats = false
        while true {
            switch try xml.next() {
            case .start("numFmt", _):
                if let id = xml.attribute("numFmtId").flatMap({ Int($0) }),
                    let code = xml.attribute("formatCode")
                {
                    codes[id] = code
                }
            case .start("cellXfs", let isEmpty): isInCellFormats = !isEmpty
            case .start("xf", _) where isInCellFormats:
                formats.append(xml.attribute("numFmtId").flatMap { Int($0) } ?? 0)
            case .end("cellXfs"): isInCellFormats = false
            case .finished:
                return formats.map { id in
                    codes[id].map { DateFormatKind(code: $0) } ?? DateFormatKind(builtIn: id)
                }
            default: break
            }
        }
    }
}
