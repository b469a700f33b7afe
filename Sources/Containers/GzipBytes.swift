package import Values

/// Contents in gzip (RFC 1952) that are small enough for memory.
package enum GzipBytes {
    /// Unpacks all members.
    ///
    /// - Parameter limit: bytes that the whole may have.
    /// - Throws: `.damaged` where it is cut off or is no gzip, `.tooLarge` beyond the limit,
    ///   `.noLibrary` where the system has no zlib.
    package static func unpacked(_ packed: [UInt8], limit: Int) throws(ContainerFault) -> [UInt8] {
        let inflater = try Inflater(isGzip: true)
        var whole: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        var (place, isInMember) = (0, true)
        while true {
            if !isInMember {
                guard place < packed.count else { return whole }
                try inflater.restart()
                isInMember = true
            }
            let step = try inflater.step(packed, from: place, into: &buffer)
            place += step.read
            whole += buffer[..<step.written]
            guard whole.count <= limit else { throw .tooLarge(limit: limit) }
            if step.isAtEnd {
                isInMember = false
            } else if step.read == 0, step.written == 0 {
                throw .damaged(entry: nil)
            }
        }
    }
}
