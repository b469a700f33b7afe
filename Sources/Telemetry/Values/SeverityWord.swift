/// What words in severity columns mean, in the languages that such systems use.
enum SeverityWord {
    /// From the gravest; spelled first as in syslog (RFC 5424) where that has the rank.
    private static let ranks: [String] = [
        "emergency emerg panic disaster notfall авария аварийный аварийная emergencia urgence awaria 紧急",
        "fatal fataler fatale 致命",
        "alert alarm alarms alarma alarme alarmă alerta alerte тревога 报警 警报 警報",
        "critical crit severe critic kritisch kritische krytyczny критический критическая критическое критично"
            + " crítico crítica critico critica critique kritiek 严重 重大",
        "error err errors failure fail failed fault stop stopp störung stoerung fehler ausfall ошибка сбой отказ"
            + " неисправность останов fallo falla erreur défaut defaut błąd chyba fel fout errore erro hiba 错误 異常",
        "major 重故障 high hoch высокий высокая alto alta élevé wysoki",
        "warning warn warnings advisory minor medium degraded warnung mittel предупреждение предупреждающий внимание"
            + " средний advertencia aviso atención avertissement attention ostrzeżenie varování varning"
            + " waarschuwing avviso 警告 注意 軽故障 一般",
        "notice hinweis notification уведомление meldung",
        "information info informational informative informativ infos normal ok low niedrig инфо информация"
            + " информационное сообщение норма низкий información informativo informativa informação bilgi 轻微"
            + " informacja baja bajo faible 信息 情報 正常",
        "config", "debug fine отладка", "trace verbose finer finest",
    ]
    /// Ranks up to this one are errors.
    private static let lastErrorRank = 4
    private static let rankOfWord = Dictionary(
        ranks.enumerated().flatMap { rank, words in
            words.split(separator: " ").map { (String($0), rank) }
        }, uniquingKeysWith: { first, _ in first })

    /// 0 is the gravest; unknown words rank with warnings.
    static func rank(_ word: String) -> Int { known(word) ?? 6 }

    static func isKnown(_ word: String) -> Bool { known(word) != nil }

    /// Whether the word is an error or graver.
    static func isError(_ word: String) -> Bool { (known(word) ?? .max) <= lastErrorRank }

    /// The word alone in lower case: from `[ERROR]`, `Error:` and `11-WARNING`, but not from
    /// `error1`.
    static func bare(_ word: String) -> String {
        let parts = word.lowercased().split { !$0.isLetter && !$0.isNumber }
        let words = parts.filter { $0.contains(where: \.isLetter) }
        let isAlone = words.count == 1 && words[0].allSatisfy { !$0.isNumber }
        return isAlone ? String(words[0]) : word.lowercased()
    }

    private static func known(_ word: String) -> Int? {
        rankOfWord[word.lowercased()] ?? rankOfWord[bare(word)]
    }
}
