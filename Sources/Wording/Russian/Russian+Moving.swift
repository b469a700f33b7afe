import Values

extension RussianPhrases {
    func moveFault(_ fault: SetMoveFault, file: String) -> Sentence {
        switch fault {
        case .container(let fault): container(file, fault)
        case .noSet:
            "\(code: file) — не экспортированный набор данных: его записали не \(code: "perfmon export-set") и не страница импорта."
        case .newer(let format, let known):
            "\(code: file) экспортирован более новой версией программы (формат \(self.format.count(format)), эта версия читает форматы до \(self.format.count(known))). Сначала обновите программу."
        case .noList: "Список файлов в \(code: file) отсутствует или повреждён."
        case .badPath(let path):
            "«\(path)» не может быть именем файла в экспортированном наборе (\(code: file))."
        case .otherFiles(let path):
            "В \(code: file) не те файлы, что в его списке: отличается «\(path)»."
        case .changed(let path):
            "«\(path)» в \(code: file) — не тот файл, что был экспортирован: отличается размер или хеш."
        case .noData: "В \(code: file) нет ни одного файла с данными."
        case .nameTaken(let set):
            "Набор данных «\(set)» уже есть, а наборы никогда не перезаписываются. Импортируйте под другим именем."
        case .badName(let name): "Имя «\(name)» не подходит для набора данных."
        case .modelTaken(let model):
            "Другая модель \(code: model) уже есть, а модели никогда не перезаписываются. Импортируйте набор под другим именем или сначала удалите эту модель."
        case .unknownSet(let set): "Набора данных «\(set)» нет."
        case .inDatabase(let set):
            "Строки набора «\(set)» хранятся в базе данных, экспортировать нечего. На другой машине подключитесь к ней командой \(code: "perfmon source add"); исправления и заметки лежат в \(code: "data/sources/\(set)")."
        case .shrunk(let path): "«\(path)» изменился во время экспорта. Попробуйте ещё раз."
        case .notStored(let reason): "Система отказала: \(reason)."
        }
    }
}
