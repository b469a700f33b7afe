import API
import Dashboard
import HTTP
import Pipeline
import Reports
import Store
import Values

extension SetAnswers {
    /// The stretches that are most like one of a device.
    func similar() async throws -> Response {
        let name = query.request.parameters["device"] ?? ""
        let context = base.snapshot.context
        try query.page.check(against: context)
        guard let device = base.device(named: name), device.name == name else {
            throw APIProblem(
                .notFound, "There is no device “\(name)” in “\(set)”.", at: "device",
                expected: "a name that /devices of the set lists")
        }
        let known = Set(context.metrics.map(\.name))
        if let unknown = query.page.readingNames(in: context).first(where: { !known.contains($0) })
        {
            throw APIProblem(
                .notFound, "There is no reading “\(unknown)”.", at: "readings",
                expected: "a name that metrics in the context lists")
        }
        let question = try await question(device)
        let report = try await site.store.perform(.diagnose, of: set) {
            try base.pipeline.similar(question, in: base)
        }
        guard let report else {
            throw APIProblem(.notFound, "No device passes the filter.", at: "device")
        }
        return query.json(Answers.similar, Document(report, about: context), about: context)
    }

    /// The stretch asked for, else the gravest episode of the device's readings.
    private func question(_ device: DeviceRef) async throws -> SimilarQuestion {
        let context = base.snapshot.context
        if let stretch = query.page.periodStretch {
            if let asked = query.page.similarQuestion(device: device.name, stretch, in: context) {
                return asked
            }
        } else if case .all = query.page.period {
            let found = try await site.store.withPipeline(of: set, .export) { try $0.episodes() }
            let gravest = (found ?? []).first { episode in
                episode.kind != .apart && episode.devices.contains(device)
                    && episode.subjects.contains { if case .metric = $0 { true } else { false } }
            }
            if let gravest {
                return SimilarQuestion(
                    device: device.name, from: gravest.from,
                    to: gravest.to ?? context.range.upperBound,
                    readings: query.page.readingNames(in: context), measure: query.page.measure)
            }
        }
        throw APIProblem(
            .badRequest, "The stretch needs a begin and an end.", at: "from",
            expected: "from and to within the data: see range in the context")
    }
}
