extension [Double] {
    /// The first place of an ascending list that holds nothing below a value; the list's length
    /// where all are below. O(log n).
    func firstIndex(notBelow value: Double) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
