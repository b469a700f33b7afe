import Exports
import Foundation
import HTTP
import Pipeline
import Store
import Values

/// `GET /api/v1/sets/<set>/episodes`: what is wrong in a set, as JSON.
struct EpisodesHandler: Sendable {
    let site: Site

    func reply(to request: Request) -> Reply {
        .later {
            let set = request.parameters["set"] ?? ""
            await site.lookForSets()
            guard site.store.datasets().contains(set) else {
                return .problem(.notFound, "There is no data set \(set).")
            }
            if site.store.view(of: set).analysed == nil {
                _ = await site.waitUntilReady(set, for: .seconds(30))
            }
            do {
                let document = try await site.store.withPipeline(of: set, .export) { pipeline in
                    var document = EpisodesJSON()
                    document.add(try pipeline.episodes(), of: pipeline)
                    return document
                }
                guard let document else {
                    return .problem(
                        .serviceUnavailable,
                        "The data set \(set) is not read yet, or cannot be read.")
                }
                return .content(
                    document.content(), type: document.mediaType,
                    headers: ["Cache-Control": "no-store"])
            } catch {
                site.log.error("episodes", [("error", "\(error)")])
                return .problem(.internalServerError, "The episodes could not be found.")
            }
        }
    }
}
