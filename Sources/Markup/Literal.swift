// The one place of this target that touches a pointer: the bytes of a literal live in the
// program's read-only data and are copied without making a String first.
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
