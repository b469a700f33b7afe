import Values

extension LoadError {
    /// The same error with the name that people know: readers see the one under which a file waits.
    func named(_ name: String) -> LoadError {
        switch self {
        case .cannotOpen(_, let errno): .cannotOpen(path: name, errno: errno)
        case .cannotRead(_, let errno): .cannotRead(path: name, errno: errno)
        case .empty: .empty(file: name)
        case .notText(_, let looksLike): .notText(file: name, looksLike: looksLike)
        case .noColumns: .noColumns(file: name)
        case .noRows: .noRows(file: name)
        case .nothingUsable(_, let rows, let first):
            .nothingUsable(file: name, rows: rows, first: first)
        case .decimalCommas(_, let names, let fields):
            .decimalCommas(file: name, names: names, fields: fields)
        case .container(_, let fault): .container(file: name, fault)
        case .noFiles, .unknownTimeZone, .database: self
        }
    }
}
