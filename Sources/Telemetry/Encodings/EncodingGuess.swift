import Values

/// Guesses the encoding of a file.
enum EncodingGuess {
    /// The most likely encoding of a sample, with the reasons, the first of which says how it was
    /// recognised.
    ///
    /// `isWhole`: the sample is the whole file, so that a character cut by its end is damage.
    static func guess(
        _ sample: Span<UInt8>, isWhole: Bool
    ) -> (CSVDialect.Encoding, [DialectReason]) {
        if let mark = TextDecoding.byteOrderMark(sample) {
            return (mark.encoding, [.byteOrderMark])
        }
        if let wide = wideEncoding(sample) {
            return (wide, [.codePage(invalidBytes: sample.count / 2)])
        }
        let census = UTF8Census(sample, isWhole: isWhole)
        if census.highBytes == 0 { return (.utf8, [.plainASCII]) }
        // Letters of a code page hardly ever form valid UTF-8 by chance: where at least half of
        // what is beyond ASCII is, the rest is damage.
        if census.invalid <= census.characters { return (.utf8, [.validUTF8]) }
        let reason = DialectReason.codePage(invalidBytes: census.invalid)
        guard let best = best(EncodingEvidence(sample, isWhole: isWhole)) else {
            return (.windows1252, [reason])
        }
        return (
            best.encoding,
            [reason] + (best.runnerUp.map { [.encodingInDoubt(runnerUp: $0)] } ?? [])
        )
    }

    /// UTF-16 or UTF-32 without a mark: in ASCII characters most bytes are zero.
    private static func wideEncoding(_ sample: Span<UInt8>) -> CSVDialect.Encoding? {
        var zeros = [0, 0, 0, 0]
        let count = min(sample.count, 4096) & ~3
        guard count >= 8 else { return nil }
        for index in 0..<count where sample[index] == 0 { zeros[index & 3] += 1 }
        // Each of the four places has a quarter of the bytes.
        let (most, few) = (count / 4 * 8 / 10, count / 4 / 10)
        let isFull = zeros.map { $0 >= most }
        if isFull == [false, true, true, true], zeros[0] <= few { return .utf32LittleEndian }
        if isFull == [true, true, true, false], zeros[3] <= few { return .utf32BigEndian }
        let (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3])
        if odd * 10 > count * 4, even * 20 < count { return .utf16LittleEndian }
        if even * 10 > count * 4, odd * 20 < count { return .utf16BigEndian }
        return nil
    }

    /// The most frequent ones first: of those that give the same text the first is taken.
    private static let candidates: [CSVDialect.Encoding] = [
        .windows1252, .windows1251, .windows1250, .windows1253, .windows1254, .windows1257,
        .gb18030, .shiftJIS, .big5, .eucKR, .eucJP, .windows1255, .windows1256, .koi8R, .koi8U,
        .cp866, .cp850, .cp437, .cp852, .cp855, .macRoman, .iso8859p15, .iso8859p2, .iso8859p5,
        .iso8859p7, .iso8859p9, .iso8859p13, .iso8859p16, .windows1258, .iso8859p8, .iso8859p6,
        .iso8859p11, .iso8859p4, .iso8859p10,
    ]

    /// Hardly any file has these today: their score is cut by a fifth before comparing.
    private static let rare: Set<CSVDialect.Encoding> = [
        .iso8859p4, .iso8859p6, .iso8859p8, .iso8859p10, .iso8859p11, .iso8859p13, .iso8859p16,
        .windows1258, .cp855,
    ]

    private static func score(
        _ fields: [[DecodedLetter]], _ encoding: CSVDialect.Encoding, _ page: CodePage
    ) -> Double {
        let value = LetterScore(fields, page: page.number).value
        return rare.contains(encoding) && value > 0 ? value * 0.8 : value
    }

    /// The encoding in which the fields make most sense, and the next best that gives another text
    /// where it is nearly as good or nothing makes sense; `nil` where no page is known.
    static func best(
        _ evidence: EncodingEvidence
    ) -> (encoding: CSVDialect.Encoding, runnerUp: CSVDialect.Encoding?)? {
        var tried: [(encoding: CSVDialect.Encoding, text: [[UInt32]], score: Double)] = []
        for encoding in candidates {
            guard let page = CodePage.page(encoding) else { continue }
            let fields = evidence.fields.map { DecodedLetter.all($0, page) }
            let text = fields.map { $0.map(\.scalar) }
            if tried.contains(where: { $0.text == text }) {
                // The same text, but its worth in the languages of another page counts too.
                let score = score(fields, encoding, page)
                for index in tried.indices where tried[index].text == text {
                    tried[index].score = max(tried[index].score, score)
                }
                continue
            }
            tried.append((encoding, text, score(fields, encoding, page)))
        }
        let order = tried.indices.sorted { one, other in
            tried[one].score != tried[other].score
                ? tried[one].score > tried[other].score : one < other
        }
        guard let first = order.first else { return nil }
        let best = tried[first]
        let next = order.dropFirst().first.map { tried[$0] }
        let isNear = next.map { $0.score > best.score - max(0.75, abs(best.score) * 0.12) } ?? false
        return (best.encoding, isNear || best.score <= 0 ? next?.encoding : nil)
    }
}
