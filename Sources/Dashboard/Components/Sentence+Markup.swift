internal import Markup
import Wording
import Values

extension Sentence {
    /// The sentence as HTML; its links keep the filter of `query`.
    func markup(_ query: PageQuery) -> Markup {
        spans.map { span in
            switch span {
            case .text(let text): return Markup(text)
            case .strong(let text): return element("b", text: text)
            case .code(let text): return element("code", text: text)
            case .device(let device, let name):
                let link = query.link(to: .diagnostics) { $0.focus = device.name }
                return element("a", [.href(link)], text: name)
            case .page(let page, let fragment, let text):
                return element("a", [.href(query.link(to: page, fragment: fragment))], text: text)
            }
        }.joined()
    }
}
