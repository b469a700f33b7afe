internal import Markup
import Reports
import Values
import Wording

/// The form that adds files. It works without script, which adds dropping and progress.
struct UploadCard {
    let page: PageContext
    let span: Span

    var markup: Markup {
        let words = CardWords(title: page.label(.addFilesTitle), sub: page.label(.addFilesSub))
        return page.card("h-up", span, words) {
            element(
                "form",
                [
                    .fixed("method", "post"), page.sending(to: "/import"),
                    .fixed("enctype", "multipart/form-data"), .class("upload"),
                ]
            ) {
                drop
                modes
                element("p", [.class("steps", "gapt")]) {
                    page.button(page.label(.uploadButton), isPrimary: true)
                    element(
                        "button",
                        [
                            .class("btn"), .fixed("type", "submit"), .fixed("name", "look"),
                            .fixed("value", "yes"),
                        ], text: page.label(.lookFirst))
                }
                progress
            }
        }
    }

    /// Shown by the script while files are sent.
    private var progress: Markup {
        element("div", [.class("steps", "progress"), .flag("hidden"), .fixed("role", "status")]) {
            element(
                "progress",
                [
                    .fixed("max", "1"), .fixed("value", "0"),
                    .attribute("aria-label", page.label(.uploading)),
                ]
            ) { Markup() }
            element("span", [.class("sub")], text: page.label(.uploading))
            element(
                "button", [.class("btn"), .fixed("type", "button")], text: page.label(.cancel))
        }
    }

    private var drop: Markup {
        element("div", [.class("drop")]) {
            element("label", [.fixed("for", "files")]) {
                element("b", text: page.label(.chooseFiles))
                " "
                page.label(.dropHere)
            }
            emptyElement(
                "input",
                [
                    .fixed("id", "files"), .fixed("type", "file"), .fixed("name", "files"),
                    .flag("multiple"), .flag("required"),
                    .fixed("accept", ".csv,.tsv,.txt,.dat,.log,.gz,.zip,.xlsx,text/csv,text/plain"),
                ])
            element("p", [.class("sub")], text: page.label(.originalsKept))
        }
    }

    private var modes: Markup {
        let current = page.input.dataset ?? page.report?.dataset
        return element("fieldset", [.class("opts")]) {
            element("legend", [.class("vh")], text: page.label(.modeLegend))
            mode(.new, isChecked: true, set: nil)
            element("label") {
                page.label(.setName)
                " "
                emptyElement(
                    "input",
                    [
                        .fixed("type", "text"), .fixed("name", "set"), .class("sel"),
                        .fixed("maxlength", "100"), .fixed("autocomplete", "off"),
                    ])
            }
            // Tables of a database are filled by whoever fills them.
            if let current, page.input.snapshot?.imports.isInDatabase != true {
                page.hidden("current", current)
                for mode in [AddMode.add, .append, .replace] {
                    self.mode(mode, isChecked: false, set: current)
                }
            }
        }
    }

    private func mode(_ mode: AddMode, isChecked: Bool, set: String?) -> Markup {
        var attributes: [Attribute] = [
            .fixed("type", "radio"), .fixed("name", "mode"), .attribute("value", mode.rawValue),
        ]
        if isChecked { attributes.append(.flag("checked")) }
        return element("label") {
            emptyElement("input", attributes)
            " "
            page.phrases.mode(mode, set: set)
        }
    }
}
