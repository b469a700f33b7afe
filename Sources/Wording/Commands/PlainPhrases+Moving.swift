import Values

/// What `perfmon export-set` and `import-set` say.
extension PlainPhrases {
    /// What was written to the file at a path.
    package func exported(
        _ set: String, files: Int, models: Int, bytes: Int, to path: String
    ) -> String {
        let what = [
            format.counted(files, "file", "files"), format.counted(models, "model", "models"),
            format.bytes(bytes),
        ]
        return "“\(set)” is in \(path): \(what.joined(separator: ", "))."
    }

    /// What was taken in, under which name.
    package func imported(_ set: String, files: Int, models: Int, bytes: Int) -> String {
        let what = [
            format.counted(files, "file", "files"), format.counted(models, "model", "models"),
            format.bytes(bytes),
        ]
        return
            "Imported as “\(set)”: \(what.joined(separator: ", ")). A running dashboard shows it within seconds."
    }

    /// Why a set was not written to a file, or not taken in from it.
    package func moveFault(_ fault: SetMoveFault, file: String) -> String {
        phrases.moveFault(fault, file: file).plain
    }
}
