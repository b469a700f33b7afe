import Dashboard
import Foundation
import HTTP
import Learning
import Models
import Pipeline
import Reports
import Store
import Telemetry
import Values
import Wording

/// The forms about models: train, stop training, take files, rename, name columns, delete.
struct ModelActions: Sendable {
    let site: Site

    /// Starts training on a set; the page it leads to tells how far that is.
    func train(_ request: Request) -> Reply {
        let form = request.body.formItems
        let task = form["task"].flatMap(ModelPanel.Training.Task.init(rawValue:)) ?? .anomaly
        return .later {
            guard let set = form["set"], site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(form["set"] ?? ""), .notFound, for: request)
            }
            guard let pipeline = await site.store.pipeline(of: set) else {
                return site.unavailable(set, for: request)
            }
            let axis = pipeline.source.catalog.axis
            let hours =
                Double(form["horizon"] ?? "").flatMap { $0 > 0 && $0 < 1e5 ? $0 : nil } ?? 24
            let horizon = axis.isCalendar ? hours * 3_600 : hours
            guard
                site.panels.desk.start(task, set: set, horizon: horizon, pipeline: pipeline)
            else { return site.problem(.busy, .serviceUnavailable, for: request) }
            return site.redirect(to: "/diagnostics", set: set, notices: [], for: request)
        }
    }

    /// Asks the training to stop, and does not wait for that.
    func cancel(_ request: Request) -> Reply {
        site.panels.desk.cancel()
        return .now(
            site.redirect(
                to: "/diagnostics", set: request.body.formItems["set"], notices: [], for: request))
    }

    /// Stores a model's file that was sent, if the scan accepts it.
    func upload(_ request: Request) -> Reply {
        .later {
            guard case .multipart(let form) = request.body, let sent = form.files.first else {
                return site.problem(.notMultipart, .unsupportedMediaType, for: request)
            }
            let panels = site.panels
            let path = (sent.part.fileName ?? "").split { $0 == "/" || $0 == "\\" }.last
            let name = path.map(String.init) ?? "model.onnx"
            let notice = await site.workOnModels { () -> Notice in
                defer { sent.file.remove() }
                // The scan refuses larger ones; for that they need not be read.
                guard sent.file.byteCount <= ScanLimits().bytes,
                    let bytes = try? Data(contentsOf: URL(filePath: sent.file.path))
                else { return .modelRefused(file: name, .file(Self.tooLarge(sent.file.byteCount))) }
                do throws(ModelPanel.Refusal) {
                    try panels.store(Array(bytes), named: name)
                    return .modelStored(file: name)
                } catch {
                    return .modelRefused(file: name, error)
                }
            }
            return site.redirect(
                to: "/diagnostics", set: form.textItems["set"], notices: [notice], for: request)
        }
    }

    private static func tooLarge(_ bytes: Int) -> ModelRefusal {
        .tooLarge(bytes: bytes, limit: ScanLimits().bytes)
    }

    /// Gives a model's file another name; `.onnx` is added where it is missing.
    func rename(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            let (name, typed) = (form["model"] ?? "", form["name"] ?? "")
            let new = typed.hasSuffix(".onnx") ? typed : typed + ".onnx"
            let panels = site.panels
            let isDone = await site.workOnModels { panels.rename(name, to: new) }
            let notice: Notice =
                isDone
                ? .modelStored(file: new) : .modelRefused(file: new, .notWritten)
            return site.redirect(
                to: "/diagnostics", set: form["set"], notices: [notice], for: request)
        }
    }

    /// Keeps which columns a model's features are, for a model that does not say so itself.
    func columns(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            let name = form["model"] ?? ""
            let chosen = (1...64).compactMap { form["column\($0)"] }.filter { !$0.isEmpty }
            let panels = site.panels
            let isDone = await site.workOnModels { panels.keepColumns(chosen, of: name) }
            let notice: Notice =
                isDone
                ? .modelStored(file: name) : .modelRefused(file: name, .columnCount)
            return site.redirect(
                to: "/diagnostics", set: form["set"], notices: [notice], for: request)
        }
    }

    /// Deletes a model's file.
    func delete(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            let name = form["model"] ?? ""
            let panels = site.panels
            let isGone = await site.workOnModels { panels.remove(name) }
            guard isGone else { return site.problem(.noSuchFile(name), .notFound, for: request) }
            return site.redirect(to: "/diagnostics", set: form["set"], notices: [], for: request)
        }
    }
}
