import Values

extension EnglishPhrases {
    func setAside(_ aside: SetAside, set: String?) -> Sentence {
        let name = set.map { "“\($0)”" } ?? "The data set"
        let often =
            switch aside.count {
            case ...1: "once"
            case 2: "twice"
            default: "\(format.count(aside.count)) times"
            }
        let head: Sentence =
            "\(strong: "\(name) is set aside.") The program crashed \(often) while working on it, last on \(format.instant(aside.time)) while \(words(aside.step))."
        return aside.isOutOfMemory ? head + "The system was out of memory." : head
    }

    private func words(_ step: WorkStep) -> String {
        switch step {
        case .load: "reading the files"
        case .analyse: "analysing the whole set"
        case .choice: "analysing a selected part of it"
        case .diagnose: "diagnosing one of its devices"
        case .rows: "looking up rows in its files"
        case .page: "rendering a page"
        case .export: "writing its results"
        case .train: "training a model"
        }
    }

    func setAsideCard(_ aside: SetAside, set: String?) -> CardWords {
        CardWords(
            title: label(.setAsideTitle), sub: set ?? "",
            say:
                "\(strong: "Its files are unchanged, and all other data sets work.") It is tried again automatically when one of its files or the program version changes, or at once with “\(label(.tryAgain))”.",
            note: "If the program crashes on it once more, it is set aside again.")
    }

    func setAsideMark(_ count: Int) -> String { "\(format.count(count)) set aside" }
}
