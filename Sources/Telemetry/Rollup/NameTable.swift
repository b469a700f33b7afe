/// Numbers for names in the order of their first appearance.
struct NameTable<Name: Hashable & Sendable>: Sendable {
    private(set) var names: [Name] = []
    private var numbers: [Name: Int] = [:]

    var count: Int { names.count }

    /// The number of a name that is there.
    func number(of name: Name) -> Int? { numbers[name] }

    /// The number of a name, a new one if need be.
    mutating func insert(_ name: Name) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
