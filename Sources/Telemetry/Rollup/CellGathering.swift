import CKernels

/// Values of some cells, in the order of the cells.
enum CellGathering {
    /// The values, `missing` for cells beyond the last; what was gathered behind `target`.
    static func append(
        _ values: [Double], of cells: ArraySlice<Int32>, missing: Double, to target: inout [Double]
    ) {
        let gathered = unsafe [Double](unsafeUninitializedCapacity: cells.count) { memory, count in
            unsafe cells.withUnsafeBufferPointer { cells in
                unsafe ck_cells_gather(
                    values, values.count, cells.baseAddress, cells.count, missing,
                    memory.baseAddress)
            }
            count = cells.count
        }
        target.append(contentsOf: gathered)
    }
}
