/// Rows that lie in the memory shared with the worker, and where their results are to lie: after
/// the rows, one output after another.
struct RowBlock: Sendable, Hashable {
    /// An output, or the input, and how many numbers it has per row.
    struct Output: Sendable, Hashable {
        let name: String
        let width: Int
    }

    /// The input and its width.
    let input: Output

    let rows: Int

    let outputs: [Output]

    /// Rows that are run at once: what is between two operators then stays in a core's own cache.
    static let tile = 4_096

    /// Numbers of a row and its results together.
    var width: Int { outputs.reduce(input.width) { $0 + $1.width } }

    /// Whether all of it lies within so many numbers; false also for sizes that make no sense.
    func fits(_ numbers: Int) -> Bool {
        let widths = outputs.map(\.width) + [input.width]
        guard rows > 0, rows <= numbers, widths.allSatisfy({ $0 > 0 && $0 <= numbers }),
            widths.count <= 64
        else { return false }
        // Neither factor is above `numbers` times 64: the product cannot overflow.
        let (product, overflow) = rows.multipliedReportingOverflow(by: width)
        return !overflow && product <= numbers
    }

    /// Where the results of the `output`-th output lie, as numbers of the memory.
    func results(_ output: Int) -> Range<Int> {
        let before = outputs[..<output].reduce(input.width) { $0 + $1.width }
        return before * rows..<(before + outputs[output].width) * rows
    }
}

extension ByteWriter {
    mutating func write(_ block: RowBlock) {
        write(Int64(block.rows))
        write(list: [block.input] + block.outputs) {
            $0.write($1.name)
            $0.write(Int64($1.width))
        }
    }
}

extension ByteReader {
    mutating func readBlock() throws -> RowBlock {
        let rows = Int(try read(Int64.self))
        let ports = try readList {
            RowBlock.Output(name: try $0.readText(), width: Int(try $0.read(Int64.self)))
        }
        guard let input = ports.first else { throw MalformedBytes() }
        return RowBlock(input: input, rows: rows, outputs: Array(ports.dropFirst()))
    }
}
