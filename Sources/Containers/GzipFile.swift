import Values

/// A gzip file (RFC 1952): one or several members, whose contents follow each other.
struct GzipFile {
    let file: SourceFile
    let meter: OutputMeter

    private static let pieceSize = 256 << 10

    /// Unpacks all members; zlib verifies their checksums. Throws `.damaged` where one is cut off
    /// or other bytes than zeros follow.
    func unpack(into output: OutputFile) throws(ContainerFault) {
        let inflater = try Inflater(isGzip: true)
        var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        var (place, total, isInMember) = (0, 0, true)
        while true {
            let piece = try file.bytes(at: place, count: Self.pieceSize)
            guard !piece.isEmpty else { break }
            var used = 0
            while used < piece.count {
                if !isInMember {
                    // Archives made for tapes end with zeros that fill a block.
                    guard piece[used] != 0 else {
                        used += 1
                        continue
                    }
                    try inflater.restart()
                    isInMember = true
                }
                let step = try inflater.step(piece, from: used, into: &buffer)
                used += step.read
                total += step.written
                try meter.count(step.written, total: total, packed: place + used)
                try output.write(buffer[..<step.written])
                if step.isAtEnd { isInMember = false }
                if step.read == 0, step.written == 0, !step.isAtEnd { break }
            }
            guard used > 0 else { throw .damaged(entry: nil) }
            place += used
        }
        try finish(inflater, &buffer, isInMember, output)
    }

    /// Writes what zlib still holds at the end of the file, where a member must be complete.
    private func finish(
        _ inflater: Inflater, _ buffer: inout [UInt8], _ isInMember: Bool, _ output: OutputFile
    ) throws(ContainerFault) {
        guard isInMember else { return }
        while true {
            let step = try inflater.step([], from: 0, into: &buffer)
            try meter.count(step.written, total: 0, packed: 0)
            try output.write(buffer[..<step.written])
            if step.isAtEnd { return }
            guard step.written > 0 else { throw .damaged(entry: nil) }
        }
    }
}
