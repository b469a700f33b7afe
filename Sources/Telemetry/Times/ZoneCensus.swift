/// The zones named in a column of times.
struct ZoneCensus {
    /// `UTC` or an offset such as `+01:00`; `nil` where cells name several, or a tenth and more
    /// name none.
    let name: String?
    /// Abbreviations, in lower case.
    let words: Set<String>

    /// Looks at the first 500 cells.
    init(_ cells: some Collection<[UInt8]>) {
        var offsets: Set<Int> = []
        var words: Set<String> = []
        var bare = 0
        for cell in cells.prefix(500) {
            guard let zone = TimeElement.all(of: cell)?.last(where: { $0.kind == .zone }) else {
                bare += 1
                continue
            }
            offsets.insert(zone.value)
            if !zone.text.isEmpty { words.insert(zone.text) }
        }
        self.words = words
        let isOne = offsets.count == 1 && bare * 10 < cells.count
        name = isOne ? offsets.first.map { ZoneWords.name(ofOffset: $0) } : nil
    }
}
