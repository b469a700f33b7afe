/// Union-find with path halving and union by size (Tarjan and van Leeuwen 1984).
struct DisjointSets {
    private var parents: [Int]
    private var sizes: [Int]

    init(count: Int) {
        parents = Array(0..<count)
        sizes = [Int](repeating: 1, count: count)
    }

    /// The element that stands for the set of `element`. O(α(n)) on average.
    mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (first, second) = (root(of: left), root(of: right))
        guard first != second else { return }
        let (large, small) = sizes[first] >= sizes[second] ? (first, second) : (second, first)
        parents[small] = large
        sizes[large] += sizes[small]
    }
}
