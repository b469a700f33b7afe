/// One or two properties of an object: their schema, and how they are written.
package struct Field<Value>: Sendable {
    let properties: @Sendable () -> [ObjectSchema.Property]
    let write: @Sendable (Value, inout JSONWriter, AnswerContext) -> Void

    /// A property of any shape. The shape is made when it is needed, so that an object may hold
    /// others of its own kind.
    static func field<Part>(
        _ name: String, _ about: String,
        _ shape: @escaping @autoclosure @Sendable () -> Shape<Part>,
        _ part: @escaping @Sendable (Value) -> Part
    ) -> Field {
        Field(
            properties: {
                [ObjectSchema.Property(name: name, about: about, schema: shape().schema)]
            },
            write: { value, json, context in
                json.name(name)
                shape().write(part(value), &json, context)
            })
    }

    static func text(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> String
    ) -> Field { field(name, about, .text, part) }

    static func optionalText(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> String?
    ) -> Field { field(name, about, Shape<String>.text.optional, part) }

    /// Null where there is no number, and where it is not finite.
    static func number(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Double?
    ) -> Field { field(name, about, .number) { part($0) ?? .nan } }

    static func numbers(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> [Double]
    ) -> Field { field(name, about, Shape<Double>.number.list, part) }

    static func count(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Int
    ) -> Field { field(name, about, .count, part) }

    static func optionalCount(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Int?
    ) -> Field { field(name, about, Shape<Int>.count.optional, part) }

    static func flag(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Bool
    ) -> Field { field(name, about, .flag, part) }

    /// A time as two properties: `name`, and `name` with `Ms` behind it for milliseconds since
    /// 1970.
    static func moment(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Double
    ) -> Field {
        both(
            field(name, about, .moment, part),
            field(name + "Ms", Self.epochText, .epoch, part))
    }

    /// Both null where there is no time.
    static func optionalMoment(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> Double?
    ) -> Field {
        both(
            field(name, about, Shape<Double>.moment.optional, part),
            field(name + "Ms", Self.epochText, .epoch) { part($0) ?? .nan })
    }

    /// Times as bare numbers.
    static func instants(
        _ name: String, _ about: String, _ part: @escaping @Sendable (Value) -> [Double]
    ) -> Field { field(name, about, Shape<Double>.instant.list, part) }

    static func list<Part>(
        _ name: String, _ about: String,
        _ shape: @escaping @autoclosure @Sendable () -> Shape<Part>,
        _ part: @escaping @Sendable (Value) -> [Part]
    ) -> Field { field(name, about, shape().list, part) }

    static func optional<Part>(
        _ name: String, _ about: String,
        _ shape: @escaping @autoclosure @Sendable () -> Shape<Part>,
        _ part: @escaping @Sendable (Value) -> Part?
    ) -> Field { field(name, about, shape().optional, part) }

    /// A sentence in the language that the request asks for.
    static func sentence(
        _ name: String, _ about: String,
        _ say: @escaping @Sendable (Value, AnswerContext) -> String
    ) -> Field {
        Field(
            properties: { [.init(name: name, about: about, schema: .text())] },
            write: { value, json, context in
                json.name(name)
                json.text(say(value, context))
            })
    }

    private static func both(_ first: Field, _ second: Field) -> Field {
        Field(
            properties: { first.properties() + second.properties() },
            write: { value, json, context in
                first.write(value, &json, context)
                second.write(value, &json, context)
            })
    }

    private static var epochText: String {
        "The same in milliseconds since 1970; null without dates."
    }
}
