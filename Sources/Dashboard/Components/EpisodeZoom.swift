internal import Markup
import Reports
import Values
import Wording

extension PageContext {
    /// A link to the same page with the period set around an episode, all other choices kept; empty
    /// where that is the period already.
    func zoom(to episode: Episode) -> Markup {
        guard let period = period(around: episode), period != query.period else {
            return Markup()
        }
        let link = query.link(to: page) { $0.period = period }
        return element("a", [.class("zoom"), .href(link)], text: label(.zoomIn))
    }

    /// The episode with half its length before and after it, or with a hundredth of the data if it
    /// is a single moment, in whole hours, minutes or seconds. Open at the end where the episode
    /// is, or where the data ends.
    func period(around episode: Episode) -> PageQuery.Period? {
        guard let range = report?.range else { return nil }
        let end = episode.to ?? range.upperBound
        return ClosedRange(from: episode.from, to: max(episode.from, end)).flatMap {
            period(around: $0, isOpen: episode.isOpen)
        }
    }

    /// The same for any stretch.
    func period(around stretch: ClosedRange<Double>, isOpen: Bool = false) -> PageQuery.Period? {
        guard let range = report?.range else { return nil }
        let length = stretch.upperBound - stretch.lowerBound
        let whole = range.upperBound - range.lowerBound
        let margin = length > 0 ? length / 2 : whole / 100
        let unit = unit(length + 2 * margin)
        let from = max(
            range.lowerBound, ((stretch.lowerBound - margin) / unit).rounded(.down) * unit)
        let to = ((stretch.upperBound + margin) / unit).rounded(.up) * unit
        return .between(edge(from), isOpen || to >= range.upperBound ? nil : edge(to))
    }

    private func unit(_ length: Double) -> Double {
        guard case .time = format.axis else { return 1 }
        return length > 10 * 86_400 ? 3_600 : length > 3_600 ? 60 : 1
    }
}
