import Values

extension RussianPhrases {
    func noData() -> Sentence {
        "\(strong: "Наборов данных пока нет.") Загрузите файлы CSV или положите их в \(code: "data/raw/<set>"): телеметрию, ошибки, отказы, ремонты или список машин. Столбцы распознаются автоматически."
    }

    func sampleOffer() -> Sentence {
        "40 насосов за 60 дней с заранее известными неполадками: износ подшипника, перегрев целого цеха, зависший датчик. Это обычный набор данных, его можно удалить на странице импорта."
    }

    func loading(_ progress: LoadProgress?, set: String?) -> Sentence {
        let name = set.map { "«\($0)»" } ?? "Набор данных"
        guard let progress else { return "\(strong: "\(name): идёт чтение.")" }
        let files = "\(format.count(progress.fileIndex)) из \(countedOf(progress.fileCount, .file))"
        return
            "\(strong: "\(name): идёт чтение —") \(format.percent(progress.share)), \(files), \(counted(progress.rows, .row))."
    }

    func analysing(set: String?) -> Sentence {
        let name = set.map { "«\($0)»" } ?? "Набор данных"
        return
            "\(strong: "\(name): чтение закончено.") Идёт анализ; эта страница обновится сама."
    }

    func failed(_ error: LoadError, set: String?) -> Sentence {
        let name = set.map { "«\($0)»" } ?? "Набор данных"
        if case .database = error {
            return
                "\(strong: "\(name): загрузить не удалось.") \(loadError(error)) Попытка повторяется каждые полминуты."
        }
        return
            "\(strong: "\(name): загрузить не удалось.") \(loadError(error)) Исправьте файл и прочитайте его заново или загрузите другой."
    }

    func isOld(_ error: LoadError) -> Sentence {
        let head: Sentence =
            "\(strong: "Показано то, что было прочитано раньше.") \(loadError(error))"
        guard case .database = error else { return head }
        return head + "Попытка повторяется каждые полминуты."
    }

    func loadError(_ error: LoadError) -> Sentence {
        switch error {
        case .cannotOpen(let path, let errno):
            "Файл \(code: path) не открывается (\(systemError(errno)))."
        case .cannotRead(let path, let errno):
            "Файл \(code: path) не удаётся прочитать полностью (\(systemError(errno)))."
        case .empty(let file): "Файл \(code: file) пуст."
        case .notText(let file, let looksLike):
            if let looksLike {
                "Файл \(code: file) — не текстовый: похоже на \(looksLike). Сначала сохраните его как CSV."
            } else {
                "Файл \(code: file) — не текстовый. Сначала сохраните его как CSV."
            }
        case .noColumns(let file): "В файле \(code: file) нет столбцов: разделитель не найден."
        case .noRows(let file): "В файле \(code: file) есть заголовок, но нет строк."
        case .nothingUsable(let file, let rows, let first):
            nothingUsable(file, rows, first)
        case .decimalCommas(let file, let names, let fields):
            "Файл \(code: file) нельзя прочитать: запятая в нём и разделяет ячейки, и служит десятичным знаком. Имён столбцов — \(format.count(names)), а ячеек в строках — до \(format.count(fields)). Сохраните файл с точкой с запятой между ячейками или с десятичной точкой."
        case .noFiles(let dataset): "В наборе данных «\(dataset)» нет файлов."
        case .container(let file, let fault): container(file, fault)
        case .database(let fault): source(fault)
        case .unknownTimeZone(let name):
            "«\(name)» — не часовой пояс. Укажите имя вроде \(code: "Europe/Berlin") или \(code: "UTC")."
        }
    }

    private func nothingUsable(_ file: String, _ rows: Int, _ first: RowIssue?) -> Sentence {
        let head: Sentence =
            rows == 1
            ? "Единственная строка файла \(code: file) непригодна."
            : "Ни одна из \(countedOf(rows, .row)) файла \(code: file) не пригодна."
        guard let first else { return head }
        let place =
            first.column.map { "строка \(first.line), столбец «\($0)»" } ?? "строка \(first.line)"
        return head + "Первая ошибка: \(place), \(issue(first.reason, value: first.value))."
    }

    func systemError(_ errno: Int32) -> String {
        switch errno {
        case 1, 13: "нет прав"
        case 2: "нет такого файла"
        case 5: "ошибка ввода-вывода"
        case 21: "это папка"
        case 24: "открыто слишком много файлов"
        case 28: "диск заполнен"
        default: "системная ошибка \(errno)"
        }
    }

    func upload(_ outcome: UploadOutcome) -> Sentence {
        switch outcome {
        case .stored(let set, let mode, let files, let bytes):
            return stored(set, mode, files, bytes)
        case .knownContent(let set, let files):
            return
                "\(strong: "Ничего нового:") в наборе «\(set)» уже есть \(list(files)) с тем же содержимым. Второй раз ничего не сохранено."
        case .refused(let refusals): return refused(refusals)
        case .noFiles:
            return
                "\(strong: "Файлы не отправлены.") Сначала выберите один или несколько файлов CSV."
        case .setMissing(let set):
            return "\(strong: "Набора данных «\(set)» нет.") Ничего не сохранено."
        case .badName(let name):
            return
                "\(strong: "Имя «\(name)» не подходит.") Допустимы буквы, цифры, пробелы, точки, дефисы и подчёркивания, не более 100 знаков."
        case .otherColumns(let file):
            return
                "\(strong: "Столбцы файла \(file) отличаются от столбцов имеющегося файла.") Ничего не дописано. Чтобы сохранить оба, дайте файлу другое имя и выберите «добавить файлы»."
        case .tooLarge(let limit):
            return
                "\(strong: "Загрузка больше допустимого (\(format.bytes(limit))).") Ничего не сохранено. Большие файлы кладите прямо в \(code: "data/raw/<set>")."
        case .diskFull(let needed, let free):
            return
                "\(strong: "Недостаточно места на диске:") нужно \(format.bytes(needed)), свободно \(format.bytes(free)). Ничего не сохранено."
        case .looksFull(let limit):
            return
                "\(strong: "Объём файлов, ожидающих импорта, превысил бы \(format.bytes(limit)).") Ничего не сохранено. Импортируйте часть из них или откажитесь от них; остальные удаляются через 24 часа."
        case .interrupted: return "\(strong: "Загрузка прервалась.") Ничего не сохранено."
        case .nameTaken(let set, let file):
            return
                "\(strong: "В наборе «\(set)» уже есть файл \(file) с другим содержимым.") Ничего не сохранено. Отправьте его ещё раз: «дописать строки» добавит новые строки, «заменить» заменит прежний файл."
        case .moved(let set, let files, let models, let bytes):
            let what =
                [counted(files.count, .file), format.bytes(bytes)]
                + (models > 0 ? ["моделей: \(format.count(models))"] : [])
            return
                "\(strong: "Импортировано как «\(set)» со всем, что было экспортировано:") \(what.joined(separator: ", ")). Чтение началось."
        case .notMoved(let file, let fault):
            return "\(strong: "Ничего не сохранено.")" + moveFault(fault, file: file)
        case .inDatabase(let set):
            return
                "\(strong: "Строки «\(set)» хранятся в базе данных"), добавить к ним файлы нельзя. Ничего не сохранено. Сделайте из файлов новый набор или загрузите их в базу данных."
        case .setAlone(let file):
            return
                "\(strong: "\(file) — экспортированный набор данных.") Ничего не сохранено. Он импортируется целиком: отправьте его отдельно и без предпросмотра."
        case .notStored(let reason):
            return "\(strong: "Файлы не удалось сохранить.") Сообщение системы: \(reason)."
        }
    }

    func mode(_ mode: AddMode, set: String?) -> String {
        let name = set.map { "«\($0)»" } ?? "набор данных"
        switch mode {
        case .new: return "новый набор данных"
        case .add: return "добавить файлы в \(name)"
        case .append: return "дописать строки к одноимённым файлам: \(name)"
        case .replace: return "заменить одноимённые файлы: \(name)"
        }
    }

    private func stored(
        _ set: String, _ mode: AddMode, _ files: [String], _ bytes: Int
    ) -> Sentence {
        let what = "\(counted(files.count, .file)), \(format.bytes(bytes))"
        switch mode {
        case .new: return "\(strong: "Сохранено как «\(set)»:") \(what). Чтение началось."
        case .add: return "\(strong: "Добавлено в «\(set)»:") \(what). Чтение началось."
        case .append: return "\(strong: "Дописано в «\(set)»:") \(what). Чтение началось."
        case .replace: return "\(strong: "Заменено в «\(set)»:") \(what). Чтение началось."
        }
    }

    private func refused(_ refusals: [UploadOutcome.Refusal]) -> Sentence {
        let reasons = refusals.prefix(5).map { loadError($0.error) }
        let text = reasons.reduce(Sentence()) { $0 + $1 }
        let head: Sentence = "\(strong: "Ничего не сохранено.")"
        let rest = refusals.count - reasons.count
        return rest > 0 ? head + text + "Отклонено ещё: \(counted(rest, .file))." : head + text
    }

    func notice(_ notice: Notice) -> Sentence {
        switch notice {
        case .upload(let outcome): upload(outcome)
        case .schemaSaved(let file):
            "\(strong: "Сохранено.") Файл \(code: file) читается заново с вашими исправлениями."
        case .questionSettled(let file):
            "\(strong: "Ответ сохранён.") Файл \(code: file) читается с ним."
        case .questionGone(let file):
            "\(strong: "Ничего не изменено:") этого вопроса о файле \(code: file) больше нет, или файл изменился. Ответьте на вопросы, показанные сейчас."
        case .lookCancelled:
            "\(strong: "Ничего не импортировано.") Ожидавшие файлы удалены."
        case .reloadStarted(let set): "Набор «\(set)» читается заново из своих файлов."
        case .deleted(let set): "Набор «\(set)» удалён."
        case .modelStored(let file):
            "\(strong: "Сохранено:") модель \(code: file) добавлена к моделям."
        case .modelRefused(let file, let refusal):
            "\(strong: "Не принято:") \(code: file): \(self.refusal(refusal))"
        case .noteUnclear:
            "\(strong: "Заметка не сохранена:") нужно время в том же виде, что на оси (2016-01-31 06:00 или число, если дат нет), а для замечания нужен и текст."
        case .partFailed(let page):
            "\(strong: "Часть страницы «\(title(of: page))» рассчитать не удалось.") Остальное верно; подробности — в журнале."
        }
    }
}
