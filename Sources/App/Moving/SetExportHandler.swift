import Dashboard
import HTTP
import Store
import Telemetry
import Wording

/// `GET /export/<set>.zip`: a set with everything that people put into it.
struct SetExportHandler: Sendable {
    let site: Site

    /// Packing takes as long as it takes, and nothing waits for it but the answer.
    private static let packing = BlockingWork()
    private static let ending = ".zip"

    func reply(to request: Request) -> Reply {
        .later {
            let file = request.parameters["file"] ?? ""
            guard file.hasSuffix(Self.ending) else {
                return site.problem(.noSuchPage(path: request.path), .notFound, for: request)
            }
            let set = String(file.dropLast(Self.ending.count))
            await site.lookForSets()
            guard site.store.datasets().contains(set) else {
                return site.problem(.noSuchSet(set), .notFound, for: request)
            }
            do {
                return try await archive(of: set, named: file)
            } catch {
                site.log.error("export", [("set", set), ("error", "\(error)")])
                guard let fault = error as? SetMoveFault else {
                    return site.problem(.internalFailure, .internalServerError, for: request)
                }
                return site.problem(
                    .upload(.notMoved(file: file, fault)), .internalServerError, for: request)
            }
        }
    }

    private func archive(of set: String, named file: String) async throws -> Response {
        let temporary = TemporaryReply(folder: site.folder.incoming)
        return try await temporary.response(
            ending: Self.ending, type: "application/zip", headers: .attachment(file)
        ) { url in
            let export = SetExport(folder: site.folder)
            let result = await Self.packing.run { () -> Result<SetExport.Summary, SetMoveFault> in
                do throws(SetMoveFault) { return .success(try export.write(set, to: url)) } catch {
                    return .failure(error)
                }
            }
            _ = try result.get()
        }
    }
}
