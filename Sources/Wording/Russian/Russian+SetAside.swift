import Values

extension RussianPhrases {
    func setAside(_ aside: SetAside, set: String?) -> Sentence {
        let name = set.map { "Набор «\($0)»" } ?? "Набор данных"
        let often =
            switch aside.count {
            case ...1: "один раз"
            case 2: "дважды"
            default: times(aside.count)
            }
        let head: Sentence =
            "\(strong: "\(name) отложен.") Программа аварийно завершилась \(often) при работе с ним, в последний раз \(format.instant(aside.time)), \(words(aside.step))."
        return aside.isOutOfMemory ? head + "В системе закончилась память." : head
    }

    private func words(_ step: WorkStep) -> String {
        switch step {
        case .load: "при чтении файлов"
        case .analyse: "при анализе всего набора"
        case .choice: "при анализе выбранной части"
        case .diagnose: "при диагностике одного из устройств"
        case .rows: "при поиске строк в файлах"
        case .page: "при построении страницы"
        case .export: "при записи результатов"
        case .train: "при обучении модели"
        }
    }

    func setAsideCard(_ aside: SetAside, set: String?) -> CardWords {
        CardWords(
            title: label(.setAsideTitle), sub: set ?? "",
            say:
                "\(strong: "Его файлы не изменены, все остальные наборы работают.") Новая попытка будет сделана автоматически, когда изменится один из файлов или версия программы, а сразу — кнопкой «\(label(.tryAgain))».",
            note: "Если программа аварийно завершится на нём ещё раз, набор снова будет отложен.")
    }

    func setAsideMark(_ count: Int) -> String { "отложено: \(format.count(count))" }
}
