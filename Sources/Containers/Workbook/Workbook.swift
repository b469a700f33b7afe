import Values

/// A workbook (ECMA-376, SpreadsheetML; `.xlsx`).
struct Workbook {
    /// A worksheet and the part of the archive that holds it.
    struct Sheet {
        var name: String
        var entry: ZipEntry
    }

    private let archive: ZipArchive
    private let meter: OutputMeter
    private let limits: UnpackLimits
    private let entries: [String: ZipEntry]
    private let folder: String
    private let book: String

    /// `nil` where the archive is no workbook, which has its parts at fixed paths.
    init?(_ archive: ZipArchive, _ meter: OutputMeter, _ limits: UnpackLimits) {
        self.archive = archive
        self.meter = meter
        self.limits = limits
        entries = Dictionary(
            archive.entries.map { ($0.name.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        guard entries["[content_types].xml"] != nil, entries["xl/workbook.xml"] != nil else {
            return nil
        }
        (folder, book) = ("xl/", "workbook.xml")
    }

    /// The worksheets in the order of the book; chart sheets have no cells and are left out.
    func sheets() throws(ContainerFault) -> [Sheet] {
        let targets = try relations()
        var xml = XMLPull(try part(folder + book))
        var sheets: [Sheet] = []
        while true {
            switch try xml.next() {
            case .start("sheet", _):
                guard let id = xml.attribute("id"), let target = targets[id],
                    let entry = entries[path(target)]
                else { continue }
                sheets.append(
                    Sheet(name: xml.attribute("name") ?? "Sheet\(sheets.count + 1)", entry: entry))
            case .finished: return sheets
            default: continue
            }
        }
    }

    func context() throws(ContainerFault) -> WorkbookContext {
        let styles = try optionalPart(folder + "styles.xml")
        let strings = try optionalPart(folder + "sharedStrings.xml")
        return WorkbookContext(
            strings: try strings.map { (bytes) throws(ContainerFault) in
                try SharedStrings.read(bytes)
            } ?? [],
            formats: try styles.map { (bytes) throws(ContainerFault) in
                try WorkbookStyles.read(bytes)
            } ?? [], dates: SerialDate(is1904: try countsFrom1904()))
    }

    func table(_ sheet: Sheet, _ context: WorkbookContext) throws(ContainerFault) -> SheetTable {
        var reader = SheetReader(try bytes(sheet.entry), context)
        do throws(ContainerFault) { return try reader.read() } catch {
            throw error == .damaged(entry: nil) ? .damaged(entry: sheet.name) : error
        }
    }

    /// The paths of the worksheets by the ids of their relationships.
    private func relations() throws(ContainerFault) -> [String: String] {
        var xml = XMLPull(try part("\(folder)_rels/\(book).rels"))
        var targets: [String: String] = [:]
        while true {
            switch try xml.next() {
            case .start("Relationship", _):
                guard let id = xml.attribute("Id"), let target = xml.attribute("Target"),
                    xml.attribute("Type")?.hasSuffix("/worksheet") == true
                else { continue }
                targets[id] = target
            case .finished: return targets
            default: continue
            }
        }
    }

    private func countsFrom1904() throws(ContainerFault) -> Bool {
        var xml = XMLPull(try part(folder + book))
        while true {
            switch try xml.next() {
            case .start("workbookPr", _):
                return ["1", "true"].contains(xml.attribute("date1904") ?? "")
            case .start("sheets", _), .finished: return false
            default: continue
            }
        }
    }

    private func path(_ target: String) -> String {
        let full = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        return full.lowercased()
    }

    private func part(_ name: String) throws(ContainerFault) -> [UInt8] {
        guard let bytes = try optionalPart(name) else { throw .damaged(entry: name) }
        return bytes
    }

    private func optionalPart(_ name: String) throws(ContainerFault) -> [UInt8]? {
        guard let entry = entries[name.lowercased()] else { return nil }
        return try bytes(entry)
    }

    private func bytes(_ entry: ZipEntry) throws(ContainerFault) -> [UInt8] {
        try archive.bytes(of: entry, meter, limit: limits.partBytes)
    }
}
