import Values

/// Models and files that cannot be used.
extension RussianPhrases {
    func fault(_ error: ModelError) -> String {
        switch error {
        case .file(let path, let code):
            "Файл \(path) не читается или не записывается: \(SystemMessage.text(code))."
        case .refused(let refusal): fault(refusal)
        case .noRuntime:
            "ONNX Runtime не установлен, модели не запускаются. Его установит Resources/fetch-onnxruntime."
        case .fault(let fault): words(fault)
        case .missingColumns(let names):
            "В данных нет столбцов, которые нужны модели: \(list(names, limit: 6))."
        case .unsupported(let form): words(form)
        case .featureCount(let expected, let found):
            "Модель принимает признаков: \(format.count(expected)), передано: \(format.count(found))."
        case .notFinite(let row, let column):
            "Значение в строке \(row + 1), столбце \(column + 1) не является конечным числом."
        case .resultCount(let output, let expected, let found):
            "Значений на выходе \(output): \(format.count(found)), ожидалось: \(format.count(expected))."
        case .feeds(let fault): words(fault)
        case .tooFewRows(let found, let needed):
            "Данных для обучения мало: найдено \(format.count(found)), нужно не меньше \(format.count(needed))."
        case .notFittable(let error): "По этим числам модель не построить: \(fault(error))."
        case .disagreement(let difference):
            "Записанная модель отличается от обученной на \(format.figure(difference)) (относительно): её числам не хватает 32 битов."
        case .cancelled: "Обучение отменено."
        }
    }

    func fault(_ error: AnalysisError) -> String {
        switch error {
        case .shape(let rows, let columns, let values):
            "значений \(format.count(values)), а строк \(format.count(rows)) и столбцов \(format.count(columns))"
        case .ragged(let index, let expected, let found):
            "в строке \(index + 1) значений \(format.count(found)) вместо \(format.count(expected))"
        case .notFinite(let row, let column):
            "значение в строке \(row + 1), столбце \(column + 1) отсутствует или бесконечно"
        case .length(let expected, let found):
            "передано значений: \(format.count(found)) вместо \(format.count(expected))"
        case .columns(let expected, let found):
            "передано столбцов: \(format.count(found)), а модель обучена на \(format.count(expected))"
        case .tooFew(let found, let needed):
            "найдено строк: \(format.count(found)), нужно не меньше \(format.count(needed))"
        case .parameter(let name, let value, let minimum, let maximum):
            "параметр \(name) равен \(format.figure(value)), допустимо от \(format.figure(minimum)) до \(format.figure(maximum))"
        case .notConverged(let iterations):
            "нет сходимости за \(format.counted(iterations, "итерацию", "итерации", "итераций"))"
        }
    }

    func fault(_ problem: FileProblem, path: String) -> String {
        let file = path.isEmpty ? "Файл" : "Файл \(path)"
        return switch problem {
        case .missing: "\(file) не существует."
        case .notReadable: "\(file) не читается: нет прав."
        case .notWritable: "\(file) не записывается: нет прав."
        case .noSpace: "\(file) не записывается: на диске нет места."
        case .tooLarge: "\(file) слишком велик."
        case .other: "\(file) не читается или не записывается."
        }
    }

    private func fault(_ refusal: ModelRefusal) -> String {
        switch refusal {
        case .tooLarge(let bytes, let limit):
            "Файл слишком велик: \(format.count(bytes)) байт при допустимых \(format.count(limit))."
        case .notProtobuf(let offset, let kind):
            "Файл не является моделью ONNX: байт \(format.count(offset)) не разбирается\(resembles(kind))."
        case .nestedTooDeeply(let limit):
            "Сообщения в файле вложены глубже допустимых уровней (\(format.count(limit)))."
        case .noGraph(let kind): "В файле нет модели\(resembles(kind))."
        case .formatTooNew(let version, let limit):
            "Формат файла (версия IR \(version)) новее поддерживаемого (\(limit))."
        case .externalData(let locations):
            "Веса модели лежат в других файлах, которые не читаются: \(list(locations, limit: 6))."
        case .localFunctions(let count):
            "Модель определяет собственные функции (\(format.count(count))); такие модели не запускаются."
        case .controlFlow(let name):
            "В модели есть узел \(name), который выполняет вложенный граф и может не завершиться."
        case .tooManyNodes(let count, let limit):
            "Узлов в модели: \(format.count(count)), допустимо не больше \(format.count(limit))."
        }
    }

    private func resembles(_ kind: FileKind?) -> String {
        switch kind {
        case .empty: "; он пуст"
        case .zip: "; похоже на архив ZIP, например файл PyTorch"
        case .pickle: "; похоже на файл Python pickle"
        case .hdf5: "; похоже на HDF5, прежний формат моделей Keras"
        case .png: "; похоже на изображение"
        case .text: "; похоже на текст"
        case nil: ""
        }
    }

    private func words(_ fault: InferenceFault) -> String {
        switch fault.cause {
        case .message(let words, _): "ONNX Runtime не принял модель: \(words)"
        case .timedOut(let limit):
            "Модель работала дольше \(genitive(format.measured(seconds: limit / .seconds(1)))) и была остановлена."
        case .outOfMemory: "Модели нужно больше памяти, чем разрешено."
        case .unreadable(let what): "Модель принимает или выдаёт неподдерживаемый тип: \(what)."
        case .signal(let number):
            "Модель аварийно завершила среду выполнения (сигнал \(number)); та работает в отдельном процессе."
        case .exited(let status): "Процесс модели завершился с кодом \(status)."
        case .malformedAnswer: "Процесс модели не дал верного ответа."
        case .system(let code):
            "Процесс модели не запускается: \(SystemMessage.text(code))."
        }
    }

    private func words(_ form: UnsupportedForm) -> String {
        switch form {
        case .input(let name): "Вход \(name) — не таблица, не окно и не столбец чисел."
        case .inputType(let name): "Вход \(name) не принимает чисел."
        case .outputs(let names):
            "Ни один выход не содержит значения для каждой строки: \(list(names, limit: 6))."
        case .inputTooLarge(let name): "Вход \(name) требует слишком много чисел сразу."
        }
    }

    private func words(_ fault: FeedsFault) -> String {
        switch fault {
        case .json(let path, let reason):
            "Входные данные не той формы\(path.isEmpty ? "" : " (\(path))"): \(reason)"
        case .type(let input, let found): "У входа \(input) неизвестный тип \(found)."
        case .elementCount(let input, let dims, let found):
            "На входе \(input) элементов: \(format.count(found)), они не заполняют \(dims)."
        }
    }
}
