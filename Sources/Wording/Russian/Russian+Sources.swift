import Reports
import Values

extension RussianPhrases {
    /// Why the tables of a database could not be read, and what to do.
    func source(_ fault: SourceFault) -> Sentence {
        switch fault {
        case .settings(let file, let setting): settings(setting, file: file)
        case .silent(let address, let silence): silent(silence, address: address)
        case .slow(let seconds):
            "База данных не ответила за \(format.count(seconds)) с. Предел задан в настройках источника: \(code: "limits"), \(code: "seconds")."
        case .login(let user):
            "База данных не принимает пользователя \(code: user) с этим паролем."
        case .rights(let user, let words):
            "Пользователю \(code: user) это не разрешено; база данных сообщает: \(code: words)"
        case .noTable(let words): "Такой таблицы в базе данных нет: \(code: words)"
        case .memory:
            "Запросу не хватило памяти, которую даёт база данных. Более короткий период или меньше устройств требуют меньше."
        case .tooLarge:
            "В ответе больше строк, чем база данных отдаёт этому пользователю (\(code: "max_result_rows"))."
        case .shard(let words):
            "Часть кластера не отвечает, поэтому таблица не показана вовсе, а не частично; база данных сообщает: \(code: words)"
        case .ended: "Запрос в базе данных кто-то прервал."
        case .tooManyRows(let table, let rows, let limit, let reason):
            "Таблицу \(code: table) нельзя свернуть в базе данных, \(needsRows(reason)), а строк в ней — \(format.count(rows)), больше предела для чтения по одной — \(format.count(limit)) (\(code: "limits"), \(code: "rows"))."
        case .server(let number, let words):
            "База данных отвечает ошибкой \(String(number)): \(code: words)"
        case .garbled: "Ответ базы данных нельзя разобрать."
        }
    }

    private func settings(_ setting: SourceFault.Setting, file: String) -> Sentence {
        switch setting {
        case .unreadable(let field):
            if let field {
                "Настройки \(code: file) не годятся: \(code: field) нет или это значение другого вида."
            } else {
                "Настройки \(code: file) не читаются: нужен объект JSON с \(code: "address") и \(code: "tables")."
            }
        case .address(let text):
            "Адрес \(code: text) в \(code: file) не годится: нужен \(code: "http://host:8123") или \(code: "https://host:8443"), без имени и пароля."
        case .name(let text):
            "«\(text)» в \(code: file) — не имя таблицы: нужны латинские буквы, цифры и \(code: "_"), перед точкой — имя базы данных."
        case .noTable: "В настройках \(code: file) не названа ни одна таблица."
        case .limit(let name): "Предел \(code: name) в \(code: file) должен быть больше 0."
        case .noPassword(let name):
            "Пароля для \(code: file) нет: нет ни переменной, ни читаемого файла \(code: name)."
        }
    }

    private func silent(_ silence: SourceFault.Silence, address: String) -> Sentence {
        switch silence {
        case .refused: "По адресу \(code: address) никто не отвечает: работает ли база данных?"
        case .unknownHost: "Узел адреса \(code: address) неизвестен."
        case .certificate: "Сертификат \(code: address) не принят."
        case .cutOff: "Соединение с \(code: address) прервалось раньше, чем кончился ответ."
        case .notClickHouse: "По адресу \(code: address) отвечает не ClickHouse."
        case .other: "Соединение с \(code: address) не удалось."
        }
    }

    func needsRows(_ reason: SourceFault.RowsNeeded) -> String {
        switch reason {
        case .textTimes(let column):
            "потому что в столбце «\(column)» дни, текст или иной счёт вместо моментов времени"
        case .textNumbers(let column): "потому что числа в столбце «\(column)» записаны текстом"
        case .counter(let column):
            "потому что «\(column)» — счётчик, у которого важен прирост от строки к строке"
        case .qualities: "потому что один из столбцов отмечает негодные значения"
        case .signals: "потому что в её строках есть сигналы, которых нет в первых строках"
        case .shape: "потому что её строки — не показания устройств во времени"
        }
    }
}
