public import Values

extension EmbeddedSource {
    /// True: the files can be read again.
    public var listsAllIssues: Bool { true }

    /// All cells and rows that could not be used, file by file and in file order; reads the files
    /// again, in bounded memory.
    /// - Throws: `LoadError` where a file can no longer be read, or what `body` throws.
    public func forEachIssue(_ body: (_ file: String, _ issues: [RowIssue]) throws -> Void) throws {
        for file in files where file.tables == nil {
            let reader = CSVReader(url: file.url, schema: file.file.schema, options: file.options)
            try reader.readIssues { try body(file.file.name, $0) }
        }
    }
}
