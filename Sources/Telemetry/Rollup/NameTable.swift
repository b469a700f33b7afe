/// Numbers names in order of first appearance, from 0.
struct NameTable<Name: Hashable & Sendable>: Sendable {
    private(set) var names: [Name] = []
    private var numbers: [Name: Int] = [:]

    var count: Int { names.count }

    /// The number of a known name; `nil` for others.
    func number(of name: Name) -> Int? { numbers[name] }

    /// The number of a name, which may be new.
    mutating func insert(_ name: Name) -> Int {
        if let number = numbers[name] { return number }
        numbers[name] = names.count
        names.append(name)
        return names.count - 1
    }
}
