import Values

extension RussianPhrases {
    /// Why a packed file, an archive or a workbook was not opened.
    func container(_ file: String, _ fault: ContainerFault) -> Sentence {
        switch fault {
        case .damaged(nil):
            "Файл \(code: file) повреждён: он обрывается или внутренне противоречив."
        case .damaged(let entry?): "Файл \(code: file) повреждён в \(code: entry)."
        case .encrypted: "Файл \(code: file) защищён паролем. Распакуйте его и отправьте файлы."
        case .tooLarge(let limit):
            "Файл \(code: file) занял бы после распаковки больше \(format.bytes(limit)). Распакуйте его и положите файлы в \(code: "data/raw/<набор>")."
        case .tooDense(let limit):
            "Файл \(code: file) при распаковке увеличивается более чем в \(times(limit)): таблицы так не сжимаются."
        case .tooManyEntries(let limit):
            "В архиве \(code: file) больше \(format.count(limit)) файлов."
        case .unsafeName(let name):
            "Архив \(code: file) содержит путь за его пределами: «\(name)». Архив не открыт."
        case .link(let name):
            "В архиве \(code: file) ссылка «\(name)», а допустимы только файлы. Архив не открыт."
        case .unknownMethod(let entry):
            "\(code: entry) в \(code: file) сжат неподдерживаемым способом. Упакуйте его обычным ZIP (deflate)."
        case .noTable:
            "В \(code: file) нет ни файла (\(code: ".csv"), \(code: ".tsv"), \(code: ".txt")), ни листа с таблицей. Вложенные архивы не открываются."
        case .noLibrary: "Файл \(code: file) не распаковать: в системе нет zlib."
        case .system(let errno): "Файл \(code: file) не распаковать (\(systemError(errno)))."
        case .timedOut(let seconds):
            "Распаковка файла \(code: file) заняла больше \(format.count(seconds)) с."
        case .ended(let signal, let status):
            "Процесс, распаковывавший \(code: file), прервался (\(signal.map { "сигнал \($0)" } ?? "код \(status)")): сбой или превышен предел памяти."
        }
    }
}
