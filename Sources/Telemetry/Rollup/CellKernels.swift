import CKernels

/// The kernels' loops over columns of chunks and cells.
enum CellKernels {
    /// Appends the values of some cells to `target`, in the order of `cells`; `missing` for cells
    /// that `values` does not reach.
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

    /// The rows whose code is not 0, rising.
    static func codedRows(_ codes: [UInt32]) -> [UInt32] {
        var rows = [UInt32](repeating: 0, count: codes.count + 1)
        let count = unsafe ck_codes_find_rows(codes, codes.count, &rows)
        return Array(rows.prefix(count))
    }

    /// How many rows have each code; all codes must be below `limit`.
    static func occurrences(_ codes: [UInt32], below limit: Int) -> [UInt64] {
        var counts = [UInt64](repeating: 0, count: limit)
        unsafe ck_codes_count(codes, codes.count, &counts)
        return counts
    }

    /// Rows by the entries of a severity column.
    static func severities(of column: DictionaryColumn) -> [Int] {
        occurrences(column.indices, below: column.names.count).map { Int($0) }
    }

    /// Count, sum and range of the values, skipping NaN.
    static func tally(_ values: [Double]) -> ck_tally {
        unsafe ck_values_tally(values, values.count)
    }
}
