public import Values

extension EmbeddedSource {
    /// The files can be read again.
    public var listsAllIssues: Bool { true }

    /// All cells and rows of all files that could not be used, file by file in file order; the files
    /// are read again, in bounded memory.
    /// - Throws: `LoadError` where a file cannot be read any more, or what `body` throws.
    public func forEachIssue(_ body: (_ file: String, _ issues: [RowIssue]) throws -> Void) throws {
        for file in files {
            let reader = CSVReader(url: file.url, schema: file.file.schema, options: file.options)
            try reader.readIssues { try body(file.file.name, $0) }
        }
    }
}
