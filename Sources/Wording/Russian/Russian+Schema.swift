import Values

extension RussianPhrases {
    func role(_ role: ColumnRole) -> String {
        switch role {
        case .time: "время"
        case .device: "устройство"
        case .metric: "показатель"
        case .signal: "имя показателя"
        case .code: "код"
        case .severity: "серьёзность"
        case .label: "разметка"
        case .attribute: "атрибут"
        case .ignore: "не учитывать"
        }
    }

    func roleReason(_ reason: RoleReason) -> String {
        switch reason {
        case .timestamps(let pattern, let share):
            "\(timePattern(pattern)) в \(format.percent(share)) ячеек"
        case .timePart: "часть времени, соединяется с другими"
        case .eventDetail: "длительность или стоимость события, а не показание устройства"
        case .intervalEnd: "конец интервала, который описывает строка"
        case .cycle: "растёт и начинается заново у каждого устройства: цикл"
        case .namedDevice(let distinct):
            "имя как у столбца устройств; \(counted(distinct, .value)) в выборке строк"
        case .repeatedIdentifiers(let distinct, let rows):
            "\(counted(distinct, .value)), с повторами; \(counted(rows, .row))"
        case .devicePart: "называет устройство вместе с другими столбцами"
        case .repeatsColumn(let column): "второе имя столбца \(column)"
        case .numbers(let share): "меняющиеся числа в \(format.percent(share)) ячеек"
        case .categories(let distinct):
            format.counted(
                distinct, "повторяющееся значение", "повторяющихся значения",
                "повторяющихся значений")
        case .signalNames(let distinct):
            "называет показатель для значения рядом; \(counted(distinct, .name))"
        case .severityWords(let distinct):
            "уровни серьёзности: \(format.counted(distinct, "слово", "слова", "слов"))"
        case .labelFlags:
            "отмечает строки (0 или 1), а имя указывает на неисправность или разметку"
        case .eventFlags: "отмечает строки (0 или 1): каждая отметка — событие с именем столбца"
        case .rowNumber: "растёт вместе со строками: номер строки"
        case .constant: "одно и то же значение во всех строках"
        case .followsTime: "вычислено из столбца времени"
        case .freeText(let distinct):
            "свободный текст, \(format.counted(distinct, "разное значение", "разных значения", "разных значений"))"
        case .empty: "все ячейки пусты"
        case .integerCategory(let distinct):
            "целые числа, всего \(counted(distinct, .value)): категория, а не измерение"
        case .constantPerDevice: "одно значение на устройство"
        case .quality(let bad):
            "указывает, каким строкам доверять; текстов, при которых значения считаются пропусками: \(format.count(bad))"
        case .besideSignals: "относится к моменту, а не к отдельному показателю"
        case .otherTime: "второе время, кроме используемого"
        case .corrected: "задано вручную"
        }
    }

    func dialectReason(_ reason: DialectReason) -> String {
        switch reason {
        case .byteOrderMark: "файл начинается с метки порядка байтов"
        case .plainASCII: "только ASCII"
        case .validUTF8: "весь файл — правильный UTF-8"
        case .codePage(let invalid):
            "не UTF-8: \(format.counted(invalid, forms: format.words.byte)); выбрана по буквам"
        case .encodingInDoubt(let other):
            "почти так же подходит \(other.title)"
        case .delimiter(let byte, let fields, let lines, let share):
            "\(delimiter(byte)): \(counted(fields, .field)) в \(format.percent(share)) из \(countedOf(lines, .row))"
        case .separatorLine: "указан строкой «sep=»"
        case .singleColumn: "только один столбец"
        case .header(let names): counted(names, .name)
        case .noHeader: "нет: первая строка похожа на остальные"
        case .skippedLines(let count): "перед ним пропущено: \(counted(count, .row))"
        case .commentLines(let count, let mark):
            "\(format.counted(count, "строка-комментарий", "строки-комментария", "строк-комментариев")) с «\(character(mark))»"
        case .unitsRow: "строка под ним называет единицы"
        case .escapedQuotes(let byte): "кавычки внутри экранированы знаком «\(character(byte))»"
        }
    }

    private func character(_ byte: UInt8) -> String { String(Character(Unicode.Scalar(byte))) }

    func schemaNote(_ note: SchemaNote) -> Sentence {
        switch note {
        case .fileIsDevice:
            "\(strong: "Ни один столбец не называет устройство"), поэтому файл считается одним устройством."
        case .counter(let column, let rate):
            "\(strong: "\(column) — счётчик"): показан его прирост за час, в \(rate). Чтобы видеть сам счётчик, задайте роль «показатель»."
        case .noTime:
            "\(strong: "В одном из файлов нет столбца времени"): его строки считаются по порядку."
        case .signalsInRows(let column, let count):
            "\(strong: "Каждая строка называет свой показатель") в «\(column)» (\(counted(count, .reading))). Значения распределены по этим именам."
        case .cycleTime: "\(strong: "Время — счётчик"), например цикл или шаг, а не дата."
        case .naiveTimes:
            "\(strong: "Часовой пояс не указан.") Время показано как записано и считается местным."
        case .ambiguousDayMonth(let column, let dayFirst):
            "\(strong: "День и месяц в «\(column)» можно поменять местами"): первым прочитан \(dayFirst ? "день" : "месяц"). Исправьте, если это не так."
        case .ambiguousTime(let column, let pattern, let other):
            "\(strong: "«\(column)» можно прочесть двояко"): как \(timePattern(pattern)) (так и прочитано) или как \(timePattern(other)). Исправьте, если это не так."
        case .yearNotNamed(let column, let year):
            "\(strong: "В датах столбца «\(column)» нет года.") Первым годом считается \(String(year)): дни, недели и промежутки верны, год — нет."
        case .startTaken(let column, let start):
            "\(strong: "В «\(column)» нет даты.") Взята дата \(format.writtenDay(start)), указанная над строками или в имени файла."
        case .timesAsColumns(let count):
            "\(strong: "Столбцы, названные временем суток: \(format.count(count))"). Строка — это день, и по этому времени её значения не упорядочены."
        case .timeNotUnderstood(let column, let example):
            "\(strong: "«\(column)» похож на время, но прочитать его не удалось"), например «\(example)». Как время он не используется."
        case .ambiguousDecimal(let column, let comma):
            "\(strong: "В «\(column)» могут быть и дроби, и тысячи"): десятичным знаком считается \(comma ? "запятая" : "точка")."
        case .sentinel(let column, let value, let count):
            "\(strong: "\(format.exact(value)) в «\(column)» считается пропуском") (\(times(count))), так как это значение далеко от всех остальных."
        case .repeatedNames(let count):
            "\(strong: "Имя совпадает с именем другого столбца: \(counted(count, .column))"). К имени добавлен номер."
        case .unnamedColumns(let count):
            "\(strong: "Без имени: \(counted(count, .column))"). Вместо имени — номер по порядку."
        case .eachRowIsUnit:
            "\(strong: "Каждая строка сама по себе"): времени нет, и ни одно устройство не повторяется."
        case .raggedRows(let share):
            "\(strong: "В \(format.percent(share)) строк другое число полей"), чем в заголовке."
        }
    }

    func datasetNote(_ note: DatasetNote) -> Sentence {
        switch note {
        case .fileNamesSeparateDevices(let files, let shared):
            "\(strong: "В нескольких файлах есть \(format.counted(shared, "общее имя", "общих имени", "общих имён")) устройств, но устройства разные"), поэтому к имени добавлено имя файла: \(list(files))."
        case .overlappingReadings(let kept, let left, let count):
            "\(strong: "В \(kept) и \(left) одни и те же показания") (\(devices(count))). Используются более подробные из \(kept)."
        case .sameContent(let kept, let left):
            "\(strong: "\(left) — точная копия \(kept)"), поэтому учтён один раз."
        case .unreadableFile(let name, let error):
            "\(strong: "Файл \(name) использовать не удалось.") \(loadError(error))"
        case .bucketWidened(let from, let to):
            "\(strong: "Показания агрегированы с шагом \(format.length(to))") вместо \(genitive(format.measured(from))), чтобы уместиться в памяти."
        case .devicesBeyondLimit(let limit, let rows):
            "\(strong: "В наборе больше \(countedOf(limit, .device)).") Остальное (\(counted(rows, .row))) отнесено к «прочим»."
        case .codesBeyondLimit(let limit, let events):
            "\(strong: "В наборе больше \(countedOf(limit, .code)).") Остальное (\(counted(events, .event))) отнесено к «прочим»."
        case .metricsBeyondLimit(let limit, let columns):
            "\(strong: "В наборе больше \(countedOf(limit, .reading)).") Остальное (\(counted(columns, .column))) не учтено."
        case .tableRead(let name, let rows, let way, let transfer):
            tableRead(name, way) + transferred(rows, transfer)
        case .finerStarts(let reach):
            finerStarts(reach)
        case .otherTimeAxis(let file):
            "\(strong: "Файл \(file) не учтён"): время в нём другого вида (даты или счётчик), чем в остальных файлах."
        }
    }

    private func finerStarts(_ reach: FinerReach) -> Sentence {
        let asked =
            reach.asked == reach.starts
            ? format.count(reach.asked)
            : "\(format.count(reach.asked)) из \(format.count(reach.starts)) (на остальные не хватило времени)"
        return
            "\(strong: "Начала самых тяжёлых проблем уточнялись по подробным показаниям"): просмотрено \(asked) за \(format.duration(reach.seconds)), уточнено \(format.count(reach.told)). В остальных скачка не видно, и они указаны с шагом всего набора."
    }

    private func tableRead(_ name: String, _ way: TableWay) -> Sentence {
        switch way {
        case .rows: "\(strong: "Таблица \(name) прочитана построчно") из базы данных."
        case .sums:
            "\(strong: "Таблица \(name) свёрнута базой данных") по устройствам и шагам времени; построчно переданы только события."
        case .keptSums(let width):
            "\(strong: "Таблица \(name) прочитана по суммам, которые ведёт база данных"), с шагом \(format.duration(width)); в них есть все строки таблицы."
        }
    }

    private func transferred(_ rows: Int, _ transfer: TableTransfer) -> Sentence {
        let all = counted(rows, .row)
        let part: Sentence =
            if let since = transfer.since {
                "Всего: \(all), заново прочитаны с \(format.instant(since));"
            } else {
                "Прочитано: \(all),"
            }
        return part
            + "передано: \(format.bytes(transfer.bytes)), \(counted(transfer.answers, .answer)), время: \(format.duration(transfer.seconds)), последний ответ: \(format.instant(transfer.at))."
    }

    func issue(_ reason: IssueReason, value: String) -> String {
        let cell = value.isEmpty ? "пустая ячейка" : "«\(value)»"
        switch reason {
        case .notANumber: return "\(cell) — не число"
        case .numberOutOfRange: return "\(cell) — вне диапазона чисел"
        case .notATime: return "\(cell) — не время"
        case .missingTime: return "нет времени"
        case .missingDevice: return "нет устройства"
        case .tooFewFields(let expected, let found):
            return "\(counted(found, .field)) вместо \(format.count(expected))"
        case .tooManyFields(let expected, let found):
            return "\(counted(found, .field)) вместо \(format.count(expected))"
        case .invalidBytes: return "байты, не являющиеся текстом в этой кодировке"
        case .fieldTooLong(let limit): return "поле длиннее \(format.bytes(limit))"
        case .openQuote: return "незакрытая кавычка"
        case .unknownSignal:
            return "\(cell) — показатель, которого нет в прочитанном образце файла"
        case .clockChange:
            return "\(cell) не существует или встречается дважды из-за перевода часов"
        }
    }

    func shape(_ schema: FileSchema) -> String {
        switch schema.shape {
        case .telemetry: return "показания"
        case .events:
            switch schema.eventKind {
            case .error: return "журнал ошибок"
            case .failure: return "журнал отказов"
            case .repair: return "журнал ремонтов"
            case .other: return "журнал событий"
            }
        case .intervals: return "интервалы"
        case .devices: return "список устройств"
        case .table: return "таблица"
        }
    }

    func eventKind(_ kind: EventKind) -> String {
        switch kind {
        case .error: "ошибка"
        case .failure: "отказ"
        case .repair: "ремонт"
        case .other: "прочее"
        }
    }

    func encoding(_ dialect: CSVDialect) -> String {
        let name = dialect.encoding.title
        return name + (dialect.hasByteOrderMark ? ", метка порядка байтов" : "")
    }

    func delimiter(_ byte: UInt8) -> String {
        switch byte {
        case 0x2C: "запятая"
        case 0x3B: "точка с запятой"
        case 0x09: "табуляция"
        case 0x7C: "вертикальная черта"
        case 0x20: "пробелы"
        default: "«\(character(byte))»"
        }
    }

    func lineEnd(_ end: CSVDialect.LineEnd) -> String {
        switch end {
        case .lf: "LF"
        case .crlf: "CR LF"
        case .cr: "CR"
        case .mixed: "разные концы строк"
        }
    }
}
