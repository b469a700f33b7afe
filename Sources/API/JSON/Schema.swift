/// What a JSON value may be: the part of JSON Schema 2020-12 that the answers need.
package indirect enum Schema: Sendable {
    /// A string; `format` as in JSON Schema, or nil for any.
    case text(format: String? = nil)
    /// A string, one of these.
    case choice([String])
    case number
    case count
    case flag
    case list(Schema)
    /// A value, or null where there is none.
    case optional(Schema)
    /// One of several.
    case oneOf([Schema])
    /// An object whose names are data.
    case map(Schema)
    case object(ObjectSchema)

    /// Writes the schema; objects are written as references to the components of the document.
    package func write(to json: inout JSONWriter, about: String? = nil) {
        json.object { json in
            keywords(&json)
            if let about {
                json.name("description")
                json.text(about)
            }
        }
    }

    private func keywords(_ json: inout JSONWriter) {
        switch self {
        case .text(let format):
            Self.type("string", &json)
            guard let format else { return }
            json.name("format")
            json.text(format)
        case .choice(let names):
            Self.type("string", &json)
            json.name("enum")
            json.array { json in for name in names { json.text(name) } }
        case .number: Self.type("number", &json)
        case .count: Self.type("integer", &json)
        case .flag: Self.type("boolean", &json)
        case .list(let element):
            Self.type("array", &json)
            json.name("items")
            element.write(to: &json)
        case .optional(let schema): Self.anyOf([schema, nil], &json)
        case .oneOf(let schemas): Self.anyOf(schemas, &json)
        case .map(let value):
            Self.type("object", &json)
            json.name("additionalProperties")
            value.write(to: &json)
        case .object(let object):
            json.name("$ref")
            json.text("#/components/schemas/\(object.name)")
        }
    }

    private static func type(_ name: String, _ json: inout JSONWriter) {
        json.name("type")
        json.text(name)
    }

    /// Nil stands for null.
    private static func anyOf(_ schemas: [Schema?], _ json: inout JSONWriter) {
        json.name("anyOf")
        json.array { json in
            for schema in schemas {
                if let schema {
                    schema.write(to: &json)
                } else {
                    json.object { type("null", &$0) }
                }
            }
        }
    }

    /// All objects in it, each once.
    func collect(into objects: inout [String: ObjectSchema]) {
        switch self {
        case .text, .choice, .number, .count, .flag: break
        case .list(let schema), .optional(let schema), .map(let schema):
            schema.collect(into: &objects)
        case .oneOf(let schemas): for schema in schemas { schema.collect(into: &objects) }
        case .object(let object):
            guard objects[object.name] == nil else { return }
            objects[object.name] = object
            for property in object.properties() { property.schema.collect(into: &objects) }
        }
    }
}

/// An object with a name of its own in the document; all of its properties are always there.
package struct ObjectSchema: Sendable {
    /// One name of the object.
    package struct Property: Sendable {
        package var name: String
        /// What the value means, with its unit.
        package var about: String
        package var schema: Schema
    }

    package var name: String
    package var about: String
    /// Made when they are asked for, so that an object may hold others of its own kind.
    package var properties: @Sendable () -> [Property]

    /// Writes the schema itself.
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.name("type")
            json.text("object")
            json.name("description")
            json.text(about)
            json.name("required")
            json.array { json in for property in properties() { json.text(property.name) } }
            json.name("properties")
            json.object { json in
                for property in properties() {
                    json.name(property.name)
                    property.schema.write(to: &json, about: property.about)
                }
            }
        }
    }
}
