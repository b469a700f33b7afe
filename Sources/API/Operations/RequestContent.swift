/// What the content of a writing request may hold.
package struct RequestContent: Sendable {
    /// One field of a form.
    package struct FormField: Sendable {
        package var name: String
        package var about: String
        package var isRequired = false
        package var isFile = false
    }

    /// The media types that are taken, all with the same fields.
    package var types: [String]
    /// Empty where the content is no form.
    package var fields: [FormField]

    static let form = "application/x-www-form-urlencoded"

    func write(to json: inout JSONWriter) {
        json.name("requestBody")
        json.object { json in
            json.name("required")
            json.flag(true)
            json.name("content")
            json.object { json in
                for type in types {
                    json.name(type)
                    json.object { json in
                        json.name("schema")
                        if fields.isEmpty {
                            Schema.text().write(to: &json)
                        } else {
                            json.object { schema(&$0) }
                        }
                    }
                }
            }
        }
    }

    private func schema(_ json: inout JSONWriter) {
        json.name("type")
        json.text("object")
        json.name("required")
        json.array { json in
            for field in fields where field.isRequired { json.text(field.name) }
        }
        json.name("properties")
        json.object { json in
            for field in fields {
                json.name(field.name)
                json.object { json in
                    json.name("type")
                    json.text("string")
                    if field.isFile {
                        json.name("format")
                        json.text("binary")
                    }
                    json.name("description")
                    json.text(field.about)
                }
            }
        }
    }
}

extension APIOperation {
    /// What the request's content may hold; nil where it has none.
    package var body: RequestContent? {
        switch self {
        case .addFiles:
            RequestContent(
                types: ["multipart/form-data"],
                fields: [
                    .init(
                        name: "files", about: "A file; may be repeated.", isRequired: true,
                        isFile: true),
                    .init(name: "set", about: "The set's name; else that of the first file."),
                    .init(name: "mode", about: "new, add, append or replace; new without it."),
                ])
        case .addRows:
            RequestContent(types: ["text/csv", "application/x-ndjson"], fields: [])
        case .addNote:
            RequestContent(
                types: [RequestContent.form],
                fields: [
                    .init(name: "device", about: "The device's name.", isRequired: true),
                    .init(name: "kind", about: "remark, repaired, confirmed or falseAlarm."),
                    .init(name: "time", about: "What it is about: 2015-03-01T06:00, or a number."),
                    .init(name: "text", about: "What is to be remembered."),
                ])
        case .correctFile:
            RequestContent(
                types: [RequestContent.form],
                fields: [
                    .init(name: "file", about: "The file's name.", isRequired: true),
                    .init(name: "column.0", about: "Name of a column; likewise column.1, ..."),
                    .init(name: "role.0", about: "Its role: time, device, metric, ..."),
                    .init(name: "unit.0", about: "Its unit."),
                    .init(name: "eventKind", about: "error, failure, repair or other."),
                    .init(name: "timeZone", about: "IANA name of the zone of its times."),
                ])
        default: nil
        }
    }
}
