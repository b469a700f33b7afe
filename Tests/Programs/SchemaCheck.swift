import Foundation

/// Compares JSON with a schema of the document: the part of JSON Schema that the document uses.
package struct SchemaCheck {
    private let schemas: [String: Any]

    /// - Parameter document: The document of the API, parsed.
    package init(_ document: [String: Any]) {
        let components = document["components"] as? [String: Any]
        schemas = components?["schemas"] as? [String: Any] ?? [:]
    }

    /// What is wrong with a value, with its place; empty where nothing is.
    package func faults(_ value: Any, _ schema: [String: Any], at place: String = "$") -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = reference.components(separatedBy: "/").last ?? ""
            guard let found = schemas[name] as? [String: Any] else {
                return ["\(place): no schema \(name)"]
            }
            return faults(value, found, at: place)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(value, $0, at: place) }
            return all.contains(where: \.isEmpty) ? [] : all.first ?? ["\(place): no choice"]
        }
        if let names = schema["enum"] as? [String] {
            return (value as? String).map(names.contains) == true
                ? [] : ["\(place): \(value) is none of \(names)"]
        }
        switch schema["type"] as? String {
        case "object": return object(value, schema, place)
        case "array":
            guard let values = value as? [Any], let items = schema["items"] as? [String: Any]
            else { return ["\(place): \(value) is no array"] }
            return values.enumerated().flatMap { faults($1, items, at: "\(place)[\($0)]") }
        case "string": return value is String ? [] : ["\(place): \(value) is no string"]
        case "null": return value is NSNull ? [] : ["\(place): \(value) is not null"]
        case "boolean": return isFlag(value) ? [] : ["\(place): \(value) is no boolean"]
        case "integer":
            let isWhole = (value as? NSNumber).map { $0.doubleValue == $0.doubleValue.rounded() }
            return isWhole == true && !isFlag(value) ? [] : ["\(place): \(value) is no integer"]
        case "number":
            return value is NSNumber && !isFlag(value) ? [] : ["\(place): \(value) is no number"]
        default: return ["\(place): a schema without a type"]
        }
    }

    private func object(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        guard let object = value as? [String: Any] else { return ["\(place): no object"] }
        if let every = schema["additionalProperties"] as? [String: Any] {
            return object.flatMap { faults($1, every, at: "\(place).\($0)") }
        }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        let lacking = required.filter { object[$0] == nil }.map { "\(place) lacks \($0)" }
        let further = object.keys.filter { properties[$0] == nil }.map {
            "\(place) has \($0), which the schema lacks"
        }
        return lacking + further
            + properties.flatMap { name, schema in
                object[name].map { faults($0, schema, at: "\(place).\(name)") } ?? []
            }
    }

    /// Foundation gives both booleans and numbers as NSNumber; only booleans are described so.
    private func isFlag(_ value: Any) -> Bool {
        type(of: value) == Bool.self || "\(value)" == "true" || "\(value)" == "false"
    }
}
