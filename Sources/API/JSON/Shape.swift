import Values

/// How a value is written as JSON, and the schema of that: both follow from one declaration, so
/// that no schema can be untrue.
package struct Shape<Value>: Sendable {
    package let schema: Schema
    let write: @Sendable (Value, inout JSONWriter, AnswerContext) -> Void

    init(
        _ schema: Schema,
        _ write: @escaping @Sendable (Value, inout JSONWriter, AnswerContext) -> Void
    ) {
        self.schema = schema
        self.write = write
    }

    /// The value as JSON.
    package func bytes(_ value: Value, in context: AnswerContext) -> [UInt8] {
        var json = JSONWriter()
        write(value, &json, context)
        return json.bytes
    }

    /// An object with a name in the document of the API.
    static func object(
        _ name: String, _ about: String, _ fields: [Field<Value>]
    ) -> Shape<Value> {
        let schema = ObjectSchema(name: name, about: about) {
            fields.flatMap { $0.properties() }
        }
        return Shape(.object(schema)) { value, json, context in
            json.object { json in for field in fields { field.write(value, &json, context) } }
        }
    }

    /// The same shape of something that has the value; for objects within others.
    func of<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> Shape<Whole> {
        Shape<Whole>(schema) { whole, json, context in write(part(whole), &json, context) }
    }

    /// Null where there is no value.
    var optional: Shape<Value?> {
        Shape<Value?>(.optional(schema)) { value, json, context in
            if let value { write(value, &json, context) } else { json.null() }
        }
    }

    /// All values in order.
    var list: Shape<[Value]> {
        Shape<[Value]>(.list(schema)) { values, json, context in
            json.array { json in for value in values { write(value, &json, context) } }
        }
    }
}

extension Shape<String> {
    static var text: Self { Shape(.text()) { value, json, _ in json.text(value) } }
}

extension Shape<Double> {
    /// Null where the number is not finite.
    static var number: Self { Shape(.optional(.number)) { value, json, _ in json.number(value) } }

    /// A time: ISO 8601, or a number on axes without dates.
    static var moment: Self {
        Shape(.oneOf([.text(), .number])) { value, json, context in
            switch context.moments.moment(value) {
            case .text(let text): json.text(text)
            case .number(let number): json.number(number)
            }
        }
    }

    /// The same as milliseconds since 1970; null on axes without dates.
    static var epoch: Self {
        Shape(.optional(.count)) { value, json, context in
            if let millis = context.moments.epochMilliseconds(value) {
                json.count(millis)
            } else {
                json.null()
            }
        }
    }

    /// A time as a bare number, for long rows of times: milliseconds since 1970, or the axis'
    /// unit where it has no dates.
    static var instant: Self {
        Shape(.number) { value, json, context in
            if let millis = context.moments.epochMilliseconds(value) {
                json.count(millis)
            } else {
                json.number(value.isFinite ? value : 0)
            }
        }
    }
}

extension Shape<Int> {
    static var count: Self { Shape(.count) { value, json, _ in json.count(value) } }
}

extension Shape<Bool> {
    static var flag: Self { Shape(.flag) { value, json, _ in json.flag(value) } }
}

extension Shape where Value: CaseIterable & Sendable {
    /// One of the cases, as `key` names it.
    static func choice(_ key: @escaping @Sendable (Value) -> String) -> Self {
        Shape(.choice(Value.allCases.map(key))) { value, json, _ in json.text(key(value)) }
    }
}

extension Shape where Value: CaseIterable & RawRepresentable<String> & Sendable {
    /// One of the cases by its raw value.
    static var choice: Self { choice { $0.rawValue } }
}
