import Samples
import Dashboard
import Wording

/// A page of a made-up data set.
struct Rendered: CustomStringConvertible {
    let kind: Sample.Kind
    let page: Page
    var query = PageQuery()

    var description: String { "\(kind) \(page)" }

    var bytes: [UInt8] { PageRenderer.render(page, Sample(kind).input(query: query)) }
    var html: String { String(decoding: bytes, as: UTF8.self) }

    func document() throws -> Document { try Document(html) }

    static let all = Sample.Kind.allCases.flatMap { kind in
        Page.allCases.map { Rendered(kind: kind, page: $0) }
    }
}
