import Dashboard
import HTTP
import Learning
import Reports
import Store
import Wording

/// The forms about the model learned of a set: another horizon, an earlier version, the newest
/// again, off and on.
struct PredictorActions: Sendable {
    let site: Site

    func change(_ request: Request) -> Reply {
        let form = request.body.formItems
        return .later {
            guard let set = form["set"], site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(form["set"] ?? ""), .notFound, for: request)
            }
            guard let pipeline = await site.store.pipeline(of: set) else {
                return site.unavailable(set, for: request)
            }
            guard let change = Self.change(form["action"] ?? "", form["value"] ?? "") else {
                return site.problem(
                    .noSuchPage(path: request.path), .notFound, for: request)
            }
            let predictions = site.predictions
            let isDone = await site.workOnModels { predictions.change(change, of: set, pipeline) }
            guard isDone else {
                return site.problem(
                    .upload(.notStored(reason: form["value"] ?? "")), .internalServerError,
                    for: request)
            }
            return site.redirect(to: "/", set: set, notices: [], for: request)
        }
    }

    /// The change that a form asks for; nil for anything that no form sends.
    static func change(_ action: String, _ value: String) -> LearningChange? {
        switch action {
        case PredictorForm.horizon.rawValue:
            if value == PredictorForm.automatic { return .horizon(nil) }
            let length = Double(value)
            return length.flatMap { $0 > 0 && $0 <= 1e9 ? .horizon($0) : nil }
        case PredictorForm.use.rawValue: return Int(value).map { .use(version: $0) }
        case PredictorForm.newest.rawValue: return .followNewest
        case PredictorForm.off.rawValue: return .isOff(true)
        case PredictorForm.on.rawValue: return .isOff(false)
        default: return nil
        }
    }
}
