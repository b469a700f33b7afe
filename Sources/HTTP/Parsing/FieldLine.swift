/// One line of a header, trailer or part header (RFC 9112 §5).
enum FieldLine {
    /// Where name and value lie, the value without the white space around it.
    ///
    /// Refused are an empty name, white space before the colon, control bytes, and a line that
    /// goes on from the one before it (obs-fold).
    static func parse(
        _ bytes: [UInt8], _ line: Range<Int>
    ) throws(Rejection) -> HeaderFields.Line {
        if line.isEmpty || bytes[line.lowerBound].isBlank { throw .foldedField }
        var colon = line.lowerBound
        while colon < line.upperBound, bytes[colon].isToken { colon += 1 }
        guard colon > line.lowerBound, colon < line.upperBound, bytes[colon] == .colon else {
            throw .malformedField
        }
        var start = colon + 1
        var end = line.upperBound
        while start < end, bytes[start].isBlank { start += 1 }
        while end > start, bytes[end - 1].isBlank { end -= 1 }
        for index in start..<end where !bytes[index].isFieldContent { throw .malformedField }
        return HeaderFields.Line(name: line.lowerBound..<colon, value: start..<end)
    }
}
