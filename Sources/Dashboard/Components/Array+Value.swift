extension Array {
    /// The element at an index; `nil` outside of the array.
    func value(at index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
