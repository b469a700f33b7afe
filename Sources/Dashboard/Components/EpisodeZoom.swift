internal import Markup
import Reports
import Values
import Wording

extension PageContext {
    /// The way to the same page with the period set around an episode, all other choices kept;
    /// nothing where that is the period already.
    func zoom(to episode: Episode) -> Markup {
        guard let period = period(around: episode), period != query.period else {
            return Markup()
        }
        let link = query.link(to: page) { $0.period = period }
        return element("a", [.class("zoom"), .href(link)], text: label(.zoomIn))
    }

    /// Half of the episode's length before and after it, in whole hours, minutes or seconds; of a
    /// single moment a hundredth of the data. Open at the end where the episode is.
    func period(around episode: Episode) -> PageQuery.Period? {
        guard let range = report?.range else { return nil }
        let end = episode.to ?? range.upperBound
        let length = max(0, end - episode.from)
        let whole = range.upperBound - range.lowerBound
        let margin = length > 0 ? length / 2 : whole / 100
        let unit = unit(length + 2 * margin)
        let from = max(range.lowerBound, ((episode.from - margin) / unit).rounded(.down) * unit)
        let to = ((end + margin) / unit).rounded(.up) * unit
        return .between(edge(from), episode.isOpen || to >= range.upperBound ? nil : edge(to))
    }

    private func unit(_ length: Double) -> Double {
        guard case .time = format.axis else { return 1 }
        return length > 10 * 86_400 ? 3_600 : length > 3_600 ? 60 : 1
    }
}
