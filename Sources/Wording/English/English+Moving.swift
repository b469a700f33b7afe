import Values

extension EnglishPhrases {
    func moveFault(_ fault: SetMoveFault, file: String) -> Sentence {
        switch fault {
        case .container(let fault): container(file, fault)
        case .noSet:
            "\(code: file) is not an exported data set: it was not written by \(code: "perfmon export-set") or by Import."
        case .newer(let format, let known):
            "\(code: file) was exported by a later version of the program (format \(self.format.count(format)), this version reads up to \(self.format.count(known))). Update the program first."
        case .noList: "The list of files in \(code: file) is missing or damaged."
        case .badPath(let path):
            "“\(path)” cannot be the name of a file in an exported data set (\(code: file))."
        case .otherFiles(let path):
            "\(code: file) does not contain exactly the files of its list: “\(path)” differs."
        case .changed(let path):
            "“\(path)” in \(code: file) is not the file that was exported: its size or hash differs."
        case .noData: "\(code: file) contains no file with data."
        case .nameTaken(let set):
            "There is a data set “\(set)” already, which is never overwritten. Import it under another name."
        case .badName(let name): "“\(name)” cannot be the name of a data set."
        case .modelTaken(let model):
            "There is another model \(code: model) already, which is never overwritten. Import the set under another name, or delete that model first."
        case .unknownSet(let set): "There is no data set “\(set)”."
        case .inDatabase(let set):
            "The rows of “\(set)” are in a database, so there are no files to export. On another machine, connect to it with \(code: "perfmon source add"); corrections and notes are in \(code: "data/sources/\(set)")."
        case .shrunk(let path): "“\(path)” was changed while it was exported. Try again."
        case .notStored(let reason): "The system refused it: \(reason)."
        }
    }
}
