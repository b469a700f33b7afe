import Telemetry
import Values

/// The events of a device at the times from which they are known. One of a log that notes only days
/// is known when its day is over; a failure of such a log is placed just after what was known at
/// the beginning of its day.
struct KnownEvents {
    private let events: [DeviceSeries.Event]
    private let catalog: Catalog
    private let notFailures: Set<String>
    /// By how much the times of each code of the catalog are delayed.
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

    /// Times of a code's events, ascending; empty where the set lacks the code.
    func times(_ code: PredictionRecipe.Code) -> [Double] {
        times { $0.kind == code.kind && $0.name == code.name }
    }

    /// Times of all events of a kind, ascending; failure codes that are labels are left out.
    func times(of kind: EventKind) -> [Double] {
        times { $0.kind == kind && !(kind == .failure && notFailures.contains($0.name)) }
    }

    private func times(_ isMeant: (Catalog.Code) -> Bool) -> [Double] {
        events.filter { isMeant(catalog.codes[$0.code]) }
            .map { $0.time + delays[$0.code] }.sorted()
    }
}
