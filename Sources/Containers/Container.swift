package import Foundation
package import Values

/// Files that hold tables in a packed form: gzip, ZIP, workbooks.
package enum Container {
    /// The packings, as the first bytes of a file tell them; a workbook is a ZIP archive.
    package enum Kind: Sendable, Hashable {
        case gzip, zip
        /// A ZIP archive of a whole data set with what people put into it.
        case set
    }

    /// The first entry of an archive of a data set.
    package static let setMark = "perfmon-set.json"

    /// The kind of a file by its first bytes; `nil` for any other file, and where it cannot be
    /// read.
    package static func kind(ofFile path: String) -> Kind? {
        guard let file = try? SourceFile(path: path),
            let head = try? file.bytes(at: 0, count: 30 + setMark.utf8.count)
        else { return nil }
        if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
        // An archive without entries consists of its end only.
        if head.prefix(4) == [0x50, 0x4B, 0x03, 0x04] {
            return head.dropFirst(30).elementsEqual(setMark.utf8) ? .set : .zip
        }
        return head.prefix(4) == [0x50, 0x4B, 0x05, 0x06] ? .zip : nil
    }
}

/// Unpacks a container into files of tables.
package struct Unpacker: Sendable {
    package var limits: UnpackLimits

    package init(limits: UnpackLimits = UnpackLimits()) { self.limits = limits }

    /// Unpacks a file into an existing folder.
    ///
    /// A gzip file becomes one file, a ZIP archive one for each table in it, a workbook one for
    /// each sheet that holds a table. Containers within containers stay packed.
    ///
    /// - Parameters:
    ///   - path: the container.
    ///   - name: the name under which it was sent.
    ///   - folder: where the unpacked files are written, under numbers as names.
    /// - Returns: the files and what they are to be called in a data set.
    /// - Throws: `.damaged` also where the file is no container, `.noTable` where it holds none,
    ///   and what exceeds `limits`.
    package func unpack(
        _ path: String, name: String, into folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        let file = try SourceFile(path: path)
        let meter = OutputMeter(limits, packed: file.size)
        switch Container.kind(ofFile: path) {
        case .gzip:
            let output = try OutputFile(folder.appending(path: "0"))
            try GzipFile(file: file, meter: meter).unpack(into: output)
            try output.close()
            return [UnpackedFile(name: ContainerName.unpacked(name), place: "0", isSheet: false)]
        case .zip, .set:
            let archive = try ZipArchive(file, limits: limits)
            if let book = Workbook(archive, meter, limits) {
                return try sheets(of: book, name, into: folder)
            }
            return try files(of: archive, meter, into: folder)
        case nil: throw .damaged(entry: nil)
        }
    }

    /// Unpacks all files of a ZIP archive into an existing folder, under numbers as names.
    ///
    /// - Returns: the files with their names in the archive.
    /// - Throws: as `unpack`; `.link` where an entry is no plain file, `.damaged` where two have one
    ///   name.
    package func unpackAll(
        _ path: String, into folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        let file = try SourceFile(path: path)
        let meter = OutputMeter(limits, packed: file.size)
        let archive = try ZipArchive(file, limits: limits)
        var names: Set<String> = []
        for entry in archive.entries {
            try entry.checkName()
            if entry.isSpecial { throw .link(entry.name) }
            guard names.insert(entry.name).inserted else { throw .damaged(entry: entry.name) }
        }
        var files: [UnpackedFile] = []
        for entry in archive.entries where !entry.isFolder {
            let place = "\(files.count)"
            let output = try OutputFile(folder.appending(path: place))
            try archive.unpack(entry, meter) { (piece) throws(ContainerFault) in
                try output.write(piece)
            }
            try output.close()
            files.append(UnpackedFile(name: entry.name, place: place, isSheet: false))
        }
        return files
    }

    private func files(
        of archive: ZipArchive, _ meter: OutputMeter, into folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        for entry in archive.entries { try entry.checkName() }
        let tables = archive.entries.filter { entry in
            !entry.isFolder && !entry.isSpecial && ContainerName.isTable(entry.name)
        }
        guard !tables.isEmpty else { throw .noTable }
        let names = ContainerName.distinct(tables.map(\.name))
        var files: [UnpackedFile] = []
        for (number, entry) in tables.enumerated() {
            let output = try OutputFile(folder.appending(path: "\(number)"))
            try archive.unpack(entry, meter) { (piece) throws(ContainerFault) in
                try output.write(piece)
            }
            try output.close()
            files.append(
                UnpackedFile(name: names[number], place: "\(number)", isSheet: false))
        }
        return files
    }

    private func sheets(
        of book: Workbook, _ name: String, into folder: URL
    ) throws(ContainerFault) -> [UnpackedFile] {
        let context = try book.context()
        let stem = ContainerName.stem(name)
        var files: [UnpackedFile] = []
        for sheet in try book.sheets() {
            let table = try book.table(sheet, context)
            guard table.isTable else { continue }
            let output = try OutputFile(folder.appending(path: "\(files.count)"))
            try table.write { (piece) throws(ContainerFault) in try output.write(piece) }
            try output.close()
            let title = sheet.name.replacing("/", with: "_").replacing("\\", with: "_")
            files.append(
                UnpackedFile(
                    name: "\(stem)-\(title).csv", place: "\(files.count)", isSheet: true))
        }
        guard !files.isEmpty else { throw .noTable }
        return files
    }
}
