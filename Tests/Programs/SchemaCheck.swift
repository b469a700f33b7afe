/// Compares JSON with a schema of an OpenAPI document: the part of JSON Schema that ours uses.
package struct SchemaCheck: Sendable {
    private let schemas: JSONTree

    package init(_ document: JSONTree) { schemas = document["components"]?["schemas"] ?? .null }

    /// What is wrong with a value, with its place; empty where nothing is.
    package func faults(_ value: JSONTree, _ schema: JSONTree, at place: String = "$") -> [String] {
        if let reference = schema["$ref"]?.text {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let found = schemas[name] else { return ["\(place): no schema \(name)"] }
            return faults(value, found, at: place)
        }
        if let choices = schema["anyOf"]?.values {
            let all = choices.map { faults(value, $0, at: place) }
            return all.contains(where: \.isEmpty) ? [] : all.first ?? ["\(place): no choice"]
        }
        if let names = schema["enum"]?.values {
            return names.contains(value) ? [] : ["\(place): \(value) is not listed"]
        }
        switch (schema["type"]?.text, value) {
        case ("object", .object(let values)): return object(values, schema, place)
        case ("array", .list(let values)):
            guard let items = schema["items"] else { return ["\(place): no schema of items"] }
            return values.enumerated().flatMap { faults($1, items, at: "\(place)[\($0)]") }
        case ("string", .text), ("null", .null), ("boolean", .flag), ("number", .number): return []
        case ("integer", .number(let number)) where number == number.rounded(): return []
        case (let type, _): return ["\(place): \(value) is no \(type ?? "known type")"]
        }
    }

    private func object(
        _ values: [String: JSONTree], _ schema: JSONTree, _ place: String
    ) -> [String] {
        if let every = schema["additionalProperties"] {
            return values.flatMap { faults($1, every, at: "\(place).\($0)") }
        }
        let required = schema["required"]?.values?.compactMap(\.text) ?? []
        let lacking = required.filter { values[$0] == nil }.map { "\(place) lacks \($0)" }
        return lacking
            + values.flatMap { name, value in
                guard let schema = schema["properties"]?[name] else {
                    return ["\(place) has \(name), which the schema lacks"]
                }
                return faults(value, schema, at: "\(place).\(name)")
            }
    }
}
