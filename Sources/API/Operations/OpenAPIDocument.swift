/// The document of the API in OpenAPI 3.1, made of the operations.
package enum OpenAPIDocument {
    /// The document as JSON.
    ///
    /// - Parameter version: The program's version.
    package static func content(version: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.name("openapi")
            json.text("3.1.0")
            json.name("info")
            json.object { json in
                json.name("title")
                json.text("Performance Analytics System")
                json.name("version")
                json.text(version)
            }
            json.name("paths")
            json.object { paths(&$0) }
            json.name("components")
            json.object { json in
                json.name("schemas")
                json.object { schemas(&$0) }
            }
        }
        return json.bytes
    }

    private static func paths(_ json: inout JSONWriter) {
        var seen: [String] = []
        for operation in APIOperation.allCases where !seen.contains(operation.path) {
            seen.append(operation.path)
            json.name(operation.path)
            json.object { json in
                for method in APIOperation.allCases where method.path == operation.path {
                    json.name(method.method.rawValue)
                    write(method, &json)
                }
            }
        }
    }

    private static func write(_ operation: APIOperation, _ json: inout JSONWriter) {
        json.object { json in
            json.name("operationId")
            json.text(operation.rawValue)
            json.name("summary")
            json.text(operation.summary)
            json.name("parameters")
            json.array { json in
                for parameter in operation.parameters { parameter.write(to: &json) }
            }
            if let body = operation.body { body.write(to: &json) }
            json.name("responses")
            json.object { json in
                json.name("\(operation.success)")
                response("The answer.", operation.answer, "application/json", &json)
                json.name("default")
                problem(&json)
            }
        }
    }

    /// What is no valid HTTP request is answered before its address is known, as a page.
    private static func problem(_ json: inout JSONWriter) {
        json.object { json in
            json.name("description")
            json.text("Why it failed (RFC 9457); a page where the request is malformed.")
            json.name("content")
            json.object { json in
                content(ProblemDocument.schema, ProblemDocument.mediaType, &json)
                content(.text(), "text/html", &json)
            }
        }
    }

    private static func content(_ schema: Schema, _ type: String, _ json: inout JSONWriter) {
        json.name(type)
        json.object { json in
            json.name("schema")
            schema.write(to: &json)
        }
    }

    private static func response(
        _ about: String, _ schema: Schema?, _ type: String, _ json: inout JSONWriter
    ) {
        json.object { json in
            json.name("description")
            json.text(about)
            guard let schema else { return }
            json.name("content")
            json.object { content(schema, type, &$0) }
        }
    }

    private static func schemas(_ json: inout JSONWriter) {
        var objects: [String: ObjectSchema] = [:]
        for operation in APIOperation.allCases { operation.answer?.collect(into: &objects) }
        ProblemDocument.schema.collect(into: &objects)
        for (name, schema) in objects.sorted(by: { $0.key < $1.key }) {
            json.name(name)
            schema.write(to: &json)
        }
    }
}
