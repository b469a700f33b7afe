import COnnxRuntime
import Dispatch
import Synchronization

extension OnnxSession {
    /// Threads that run tiles of rows side by side, where there are as many tiles.
    static let rowThreads = 2

    /// Runs the model on rows that lie in shared memory, tile by tile, and puts the results there.
    ///
    /// - Throws: `OnnxRuntimeError`; `UnreadableValue` where an output does not have as many
    ///   numbers as were asked for.
    func run(_ block: RowBlock, in memory: SharedMemory) throws {
        guard block.fits(memory.count / 4) else { throw UnreadableValue(what: "rows") }
        let tiles = (block.rows + RowBlock.tile - 1) / RowBlock.tile
        let threads = min(Self.rowThreads, tiles)
        let failure = Mutex<(any Error)?>(nil)
        // The runtime lets a session be run from several threads at once, and each tile has places
        // of its own in the memory.
        nonisolated(unsafe) let (session, memory) = (self, memory)
        DispatchQueue.concurrentPerform(iterations: threads) { thread in
            for tile in stride(from: thread, to: tiles, by: threads) {
                let rows = tile * RowBlock.tile..<min((tile + 1) * RowBlock.tile, block.rows)
                do {
                    unsafe try session.run(rows, of: block, in: memory)
                } catch {
                    failure.withLock { $0 = error }
                    return
                }
            }
        }
        if let error = failure.withLock({ $0 }) { throw error }
    }

    private func run(_ rows: Range<Int>, of block: RowBlock, in memory: SharedMemory) throws {
        let width = block.input.width
        guard let first = unsafe memory.place(of: rows.lowerBound * width..<rows.upperBound * width)
        else { throw UnreadableValue(what: "rows") }
        let dims = [Int64(rows.count), Int64(width)]
        let input = unsafe try api.object {
            unsafe api.tensor_wrap(
                runtime.memoryInfo, first, rows.count * width * 4, dims, 2,
                OnnxElementType.float32.rawValue, $0)
        }
        defer { unsafe api.value_release(input) }
        var results = unsafe [OpaquePointer?](repeating: nil, count: block.outputs.count)
        defer { for index in unsafe results.indices { unsafe api.value_release(results[index]) } }
        unsafe try withCStrings([block.input.name]) { inputNames in
            unsafe try withCStrings(block.outputs.map(\.name)) { outputNames in
                let inputs: [OpaquePointer?] = unsafe [input]
                unsafe try api.check(
                    api.session_run(
                        session, nil, inputNames, inputs, 1, outputNames, block.outputs.count,
                        &results))
            }
        }
        for (index, output) in block.outputs.enumerated() {
            let start = block.results(index).lowerBound
            guard
                let target = unsafe memory.place(
                    of: start + rows.lowerBound * output.width..<start + rows.upperBound
                        * output.width)
            else { throw UnreadableValue(what: output.name) }
            unsafe try runtime.copyNumbers(
                of: results[index], count: rows.count * output.width, to: target)
        }
    }

    private var api: onnx_api { runtime.api }
}

extension OnnxRuntime {
    /// Copies the numbers of a tensor that holds exactly `count` 32-bit ones.
    fileprivate func copyNumbers(
        of value: OpaquePointer?, count: Int, to target: UnsafeMutableRawPointer
    ) throws {
        guard let value = unsafe value else { throw UnreadableValue(what: "no value") }
        let shape = unsafe try api.object { unsafe api.tensor_shape(value, $0) }
        defer { unsafe api.shape_release(shape) }
        let found: Int = unsafe try api.number { unsafe api.shape_element_count(shape, $0) }
        let type: Int32 = unsafe try api.number { unsafe api.shape_element_type(shape, $0) }
        guard found == count, type == OnnxElementType.float32.rawValue else {
            throw UnreadableValue(what: "\(found) elements of type \(type)")
        }
        var source: UnsafeMutableRawPointer?
        unsafe try api.check(api.tensor_data(value, &source))
        guard let source = unsafe source else { throw UnreadableValue(what: "no data") }
        unsafe target.copyMemory(from: source, byteCount: count * 4)
    }
}
