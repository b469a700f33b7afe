import Values

extension EnglishPhrases {
    func noData() -> Sentence {
        "\(strong: "There is no data set yet.") Upload CSV files, or put them into \(code: "data/raw/<set>"): telemetry, errors, failures, repairs or a list of machines. Columns are recognised automatically."
    }

    func sampleOffer() -> Sentence {
        "40 pumps over 60 days with troubles that are known: a worn bearing, a hall that runs hot, a sensor that stands still. It is a data set like any other and can be deleted on Import."
    }

    func loading(_ progress: LoadProgress?, set: String?) -> Sentence {
        let name = set.map { "“\($0)”" } ?? "The data set"
        guard let progress else { return "\(strong: "\(name) is being read.")" }
        let files = format.counted(progress.fileCount, "file", "files")
        return
            "\(strong: "\(name) is being read:") \(format.percent(progress.share)), \(format.count(progress.fileIndex)) of \(files), \(format.counted(progress.rows, "row", "rows"))."
    }

    func analysing(set: String?) -> Sentence {
        let name = set.map { "“\($0)”" } ?? "The data set"
        return
            "\(strong: "\(name) has been read.") The analysis is running; this page updates by itself."
    }

    func failed(_ error: LoadError, set: String?) -> Sentence {
        let name = set.map { "“\($0)”" } ?? "The data set"
        if case .database = error {
            return
                "\(strong: "\(name) could not be loaded.") \(loadError(error)) It is tried again every half minute."
        }
        return
            "\(strong: "\(name) could not be loaded.") \(loadError(error)) Correct the file and read it again, or upload another one."
    }

    func isOld(_ error: LoadError) -> Sentence {
        let head: Sentence = "\(strong: "Shown is what was read before.") \(loadError(error))"
        guard case .database = error else { return head }
        return head + "It is tried again every half minute."
    }

    func loadError(_ error: LoadError) -> Sentence {
        switch error {
        case .cannotOpen(let path, let errno):
            "\(code: path) cannot be opened (\(systemError(errno)))."
        case .cannotRead(let path, let errno):
            "\(code: path) cannot be read completely (\(systemError(errno)))."
        case .empty(let file): "\(code: file) is empty."
        case .notText(let file, let looksLike):
            if let looksLike {
                "\(code: file) is not a text file: it looks like \(looksLike). Export it as CSV first."
            } else {
                "\(code: file) is not a text file. Export it as CSV first."
            }
        case .noColumns(let file): "\(code: file) has no columns: no delimiter was found."
        case .noRows(let file): "\(code: file) has a header but no rows."
        case .nothingUsable(let file, let rows, let first):
            nothingUsable(file, rows, first)
        case .decimalCommas(let file, let names, let fields):
            "\(code: file) cannot be read: commas both separate its cells and mark decimals. It names \(format.counted(names, "column", "columns")), but rows have up to \(format.counted(fields, "cell", "cells")). Export it with semicolons between the cells, or with decimal points."
        case .noFiles(let dataset): "The data set “\(dataset)” has no files."
        case .container(let file, let fault): container(file, fault)
        case .database(let fault): source(fault)
        case .unknownTimeZone(let name):
            "“\(name)” is not a time zone. Use a name such as \(code: "Europe/Berlin") or \(code: "UTC")."
        }
    }

    private func nothingUsable(_ file: String, _ rows: Int, _ first: RowIssue?) -> Sentence {
        let head: Sentence =
            rows == 1
            ? "The only row of \(code: file) cannot be used."
            : "None of the \(format.count(rows)) rows of \(code: file) can be used."
        guard let first else { return head }
        let place =
            first.column.map { "line \(first.line), column “\($0)”" } ?? "line \(first.line)"
        return head + "First problem: \(place), \(issue(first.reason, value: first.value))."
    }

    func systemError(_ errno: Int32) -> String {
        switch errno {
        case 1, 13: "no permission"
        case 2: "no such file"
        case 5: "input/output error"
        case 21: "it is a folder"
        case 24: "too many open files"
        case 28: "the disk is full"
        default: "system error \(errno)"
        }
    }

    func upload(_ outcome: UploadOutcome) -> Sentence {
        switch outcome {
        case .stored(let set, let mode, let files, let bytes):
            return stored(set, mode, files, bytes)
        case .knownContent(let set, let files):
            let verb = files.count == 1 ? "is" : "are"
            return
                "\(strong: "Nothing new:") \(list(files)) \(verb) already in “\(set)” with identical content. Nothing was stored twice."
        case .refused(let refusals): return refused(refusals)
        case .noFiles:
            return "\(strong: "No file was sent.") Choose one or several CSV files first."
        case .setMissing(let set):
            return "\(strong: "There is no data set “\(set)”.") Nothing was stored."
        case .badName(let name):
            return
                "\(strong: "“\(name)” cannot be a name.") Use letters, digits, spaces, points, hyphens or underscores, at most 100 of them."
        case .otherColumns(let file):
            return
                "\(strong: "The columns of \(file) differ from those of the existing file.") Nothing was appended. To keep both, give it another name and use “add files to”."
        case .tooLarge(let limit):
            return
                "\(strong: "The upload is larger than \(format.bytes(limit)).") Nothing was stored. Put large files into \(code: "data/raw/<set>") directly."
        case .diskFull(let needed, let free):
            return
                "\(strong: "Not enough disk space:") \(format.bytes(needed)) needed, \(format.bytes(free)) free. Nothing was stored."
        case .looksFull(let limit):
            return
                "\(strong: "Files waiting for import would exceed \(format.bytes(limit)).") Nothing was kept. Import or cancel some of them; the others are removed after 24 hours."
        case .interrupted: return "\(strong: "The upload was interrupted.") Nothing was stored."
        case .nameTaken(let set, let file):
            return
                "\(strong: "“\(set)” already has a file \(file) with other content.") Nothing was stored. Send it again with “append rows” to add its new rows, or with “replace” to replace the old file."
        case .moved(let set, let files, let models, let bytes):
            let what =
                [format.counted(files.count, "file", "files"), format.bytes(bytes)]
                + (models > 0 ? [format.counted(models, "model", "models")] : [])
            return
                "\(strong: "Imported as “\(set)” with everything that was exported:") \(what.joined(separator: ", ")). Reading has begun."
        case .notMoved(let file, let fault):
            return "\(strong: "Nothing was stored.")" + moveFault(fault, file: file)
        case .inDatabase(let set):
            return
                "\(strong: "The rows of “\(set)” are in a database"), to which files cannot be added. Nothing was stored. Make a new data set of them, or load them into the database."
        case .setAlone(let file):
            return
                "\(strong: "\(file) is an exported data set.") Nothing was stored. It is imported as a whole: send it alone, without a preview."
        case .notStored(let reason):
            return "\(strong: "The files could not be stored.") System message: \(reason)."
        }
    }

    func mode(_ mode: AddMode, set: String?) -> String {
        let name = set.map { "“\($0)”" } ?? "the data set"
        switch mode {
        case .new: return "new data set"
        case .add: return "add files to \(name)"
        case .append: return "append rows to files of the same name in \(name)"
        case .replace: return "replace files of the same name in \(name)"
        }
    }

    private func stored(
        _ set: String, _ mode: AddMode, _ files: [String], _ bytes: Int
    ) -> Sentence {
        let what = "\(format.counted(files.count, "file", "files")), \(format.bytes(bytes))"
        switch mode {
        case .new: return "\(strong: "Stored as “\(set)”:") \(what). Reading has begun."
        case .add: return "\(strong: "Added to “\(set)”:") \(what). Reading has begun."
        case .append: return "\(strong: "Appended to “\(set)”:") \(what). Reading has begun."
        case .replace: return "\(strong: "Replaced in “\(set)”:") \(what). Reading has begun."
        }
    }

    private func refused(_ refusals: [UploadOutcome.Refusal]) -> Sentence {
        let reasons = refusals.prefix(5).map { loadError($0.error) }
        let text = reasons.reduce(Sentence()) { $0 + $1 }
        let head: Sentence = "\(strong: "Nothing was stored.")"
        let rest = refusals.count - reasons.count
        return rest > 0
            ? head + text + "\(format.count(rest)) more \(rest == 1 ? "was" : "were") refused."
            : head + text
    }

    func notice(_ notice: Notice) -> Sentence {
        switch notice {
        case .upload(let outcome): upload(outcome)
        case .schemaSaved(let file):
            "\(strong: "Saved.") \(code: file) is being read again with your corrections."
        case .questionSettled(let file):
            "\(strong: "Your answer is saved.") \(code: file) is read again with it."
        case .questionGone(let file):
            "\(strong: "Nothing was changed:") that question about \(code: file) is no longer open, or the file has changed. Answer the questions shown now."
        case .lookCancelled:
            "\(strong: "Nothing was imported.") The waiting files were removed."
        case .reloadStarted(let set): "“\(set)” is being read again from its files."
        case .deleted(let set): "“\(set)” was deleted."
        case .modelStored(let file):
            "\(strong: "Stored:") the model \(code: file) was added to the models."
        case .modelRefused(let file, let refusal):
            "\(strong: "Not accepted:") \(code: file): \(self.refusal(refusal))"
        case .noteUnclear:
            "\(strong: "The note was not saved:") it needs a time as on the axis (2016-01-31 06:00, or a number where there are no dates), and a remark needs a text."
        case .partFailed(let page):
            "\(strong: "Part of \(title(of: page)) could not be computed.") The rest is valid; see the log for details."
        }
    }
}
