import Telemetry
import Values

/// The events of a device at the times from which they are known. One of a log that names days alone is
/// known when its day is over, whenever on that day it was; a failure of such a log is taken to be just
/// after what was known when its day began.
struct KnownEvents {
    private let events: [DeviceSeries.Event]
    private let catalog: Catalog
    private let notFailures: Set<String>
    /// By what the times of each code of the catalog are put off.
    private let delays: [Double]

    init(_ events: [DeviceSeries.Event], recipe: PredictionRecipe, catalog: Catalog) {
        self.events = events
        self.catalog = catalog
        notFailures = Set(recipe.notFailures ?? [])
        let daily = recipe.codes.filter { $0.namesDays == true }
        delays = catalog.codes.map { code in
            guard daily.contains(where: { $0.kind == code.kind && $0.name == code.name }) else {
                return 0
            }
            return code.kind == .failure ? 1 : StampSteps.day
        }
    }

    /// The times of a code, rising; none where the set does not have it.
    func times(_ code: PredictionRecipe.Code) -> [Double] {
        times { $0.kind == code.kind && $0.name == code.name }
    }

    /// The times of all codes of a kind, rising.
    func times(of kind: EventKind) -> [Double] {
        times { $0.kind == kind && !(kind == .failure && notFailures.contains($0.name)) }
    }

    private func times(_ isMeant: (Catalog.Code) -> Bool) -> [Double] {
        events.filter { isMeant(catalog.codes[$0.code]) }
            .map { $0.time + delays[$0.code] }.sorted()
    }
}
