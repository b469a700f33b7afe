import Values

extension EnglishPhrases {
    /// Why a packed file, an archive or a workbook was not opened.
    func container(_ file: String, _ fault: ContainerFault) -> Sentence {
        switch fault {
        case .damaged(nil): "\(code: file) is damaged: it is truncated or inconsistent."
        case .damaged(let entry?): "\(code: file) is damaged at \(code: entry)."
        case .encrypted: "\(code: file) is protected by a password. Unpack it and upload the files."
        case .tooLarge(let limit):
            "\(code: file) would unpack to more than \(format.bytes(limit)). Unpack it and put the files into \(code: "data/raw/<set>")."
        case .tooDense(let limit):
            "\(code: file) unpacks to more than \(format.count(limit)) times its size, which no table does."
        case .tooManyEntries(let limit):
            "\(code: file) contains more than \(format.count(limit)) files."
        case .unsafeName(let name):
            "\(code: file) contains a path outside the archive: “\(name)”. It was not opened."
        case .link(let name):
            "\(code: file) contains a link, “\(name)”, where only files are expected. It was not opened."
        case .unknownMethod(let entry):
            "\(code: entry) in \(code: file) uses a compression method that is not supported. Pack it as plain ZIP (deflate)."
        case .noTable:
            "\(code: file) contains no file with a table (\(code: ".csv"), \(code: ".tsv"), \(code: ".txt")) and no sheet with one. Archives inside it are not opened."
        case .noLibrary: "\(code: file) cannot be unpacked: the system has no zlib."
        case .system(let errno): "\(code: file) cannot be unpacked (\(systemError(errno)))."
        case .timedOut(let seconds):
            "\(code: file) took more than \(format.counted(seconds, "second", "seconds")) to unpack."
        case .ended(let signal, let status):
            "The process that unpacked \(code: file) ended early (\(signal.map { "signal \($0)" } ?? "status \(status)")): it crashed or exceeded its memory limit."
        }
    }
}
