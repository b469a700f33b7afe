internal import Markup
import Reports
import Wording

/// The choice of what to learn, or how far the learning is.
struct TrainingForm {
    let page: PageContext
    let set: String
    let training: ModelPanel.Training

    var markup: Markup {
        Markup {
            if let sentence = page.phrases.training(training.state, set: set) {
                element("p", [.class("say")]) { page.markup(sentence) }
            }
            if case .running = training.state {
                form("/models/cancel") { page.button(page.label(.cancel)) }
            } else {
                form("/models/train") {
                    page.select(
                        "task", page.phrases.taskTitle(),
                        training.tasks.map { Option($0.rawValue, page.phrases.task($0)) })
                    if training.tasks.contains(.failure), training.isCalendar {
                        page.select(
                            "horizon", page.phrases.horizonTitle(),
                            [24, 48, 168, 720].map {
                                Option("\($0)", page.format.duration(Double($0) * 3_600))
                            })
                    }
                    page.button(page.label(.trainModel))
                }
            }
            upload
        }
    }

    /// The form that adds a model made elsewhere.
    private var upload: Markup {
        element(
            "form",
            [
                .fixed("method", "post"), page.sending(to: "/models/upload"),
                .fixed("enctype", "multipart/form-data"), .class("steps", "gapt"),
            ]
        ) {
            page.hidden("set", set)
            element("label", [.class("field")]) {
                element("span", text: page.phrases.modelUpload())
                emptyElement(
                    "input",
                    [
                        .fixed("type", "file"), .fixed("name", "model"),
                        .fixed("accept", ".onnx"), .flag("required"),
                    ])
            }
            page.button(page.phrases.sendModel())
        }
    }

    private func form(_ path: StaticString, @MarkupBuilder _ content: () -> Markup) -> Markup {
        element(
            "form",
            [
                .fixed("method", "post"), page.sending(to: path), .class("steps", "gapt"),
            ]
        ) {
            page.hidden("set", set)
            content()
        }
    }
}
