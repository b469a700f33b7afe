extension RussianPhrases {
    func columnsLeftOut(sheet: String, shown: Int, of total: Int) -> String {
        "На листе «\(sheet)» первые столбцы, \(format.count(shown)) из \(format.count(total)): больше в таблице не помещается. В файле CSV есть все."
    }

    func textsShortened(_ count: Int, limit: Int) -> String {
        "Сокращено текстов длиннее допустимого (\(format.count(limit)) знаков): \(format.count(count)); они кончаются знаком «…»."
    }
}
