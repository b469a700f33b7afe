// The one pointer of this target: a literal's bytes lie in the program's read-only data and are
// copied without making a String first.
extension StaticString {
    func appendBytes(to bytes: inout [UInt8]) {
        guard hasPointerRepresentation else {
            bytes.append(contentsOf: description.utf8)
            return
        }
        withUTF8Buffer { buffer in
            unsafe bytes.append(contentsOf: buffer)
        }
    }
}
