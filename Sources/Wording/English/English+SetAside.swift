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
        return aside.isOutOfMemory ? head + "The system had no memory left then." : head
    }

    private func words(_ step: WorkStep) -> String {
        switch step {
        case .load: "reading the files"
        case .analyse: "analysing the whole set"
        case .choice: "analysing a part of it that was chosen"
        case .diagnose: "diagnosing one of its devices"
        case .rows: "looking up rows of its files"
        case .page: "making a page of it"
        case .export: "writing down what was made of it"
        case .train: "learning a model from it"
        }
    }

    func setAsideCard(_ aside: SetAside, set: String?) -> CardWords {
        CardWords(
            title: label(.setAsideTitle), sub: set ?? "",
            say:
                "\(strong: "Its files are as they were, and every other data set works.") It is tried again by itself when one of its files changes or with another version of the program, and at once when you say so.",
            note: "Should the program crash over it once more, it is set aside again.")
    }

    func setAsideMark(_ count: Int) -> String { "\(format.count(count)) set aside" }
}
