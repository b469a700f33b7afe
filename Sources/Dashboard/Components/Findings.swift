internal import Markup
import Reports
import Wording

extension PageContext {
    /// The first findings in their order, graver ones with a red mark.
    func findings(_ findings: [Finding], limit: Int = 9) -> Markup {
        news(
            findings.prefix(limit).map { finding in
                let isGrave = finding.tone == .bad && Self.isOfDevices(finding.kind)
                let icon: Icon =
                    switch finding.tone {
                    case .bad: isGrave ? .grave : .rising
                    case .good: .falling
                    case .neutral: .level
                    }
                return (icon, isGrave, phrases.finding(finding), zoom(to: finding.kind))
            })
    }

    /// Links to an episode's time and, on Diagnostics, to what is like it.
    private func zoom(to kind: Finding.Kind) -> Markup {
        guard case .episode(let episode) = kind else { return Markup() }
        guard page == .diagnostics, episode.devices.count == 1, let device = episode.devices.first
        else { return zoom(to: episode) }
        return Markup {
            zoom(to: episode)
            " "
            similarLink(to: episode, of: device)
        }
    }

    /// Whether a finding is a current trouble of devices rather than a development.
    private static func isOfDevices(_ kind: Finding.Kind) -> Bool {
        switch kind {
        case .devicesOut: true
        case .episode(let episode): episode.isOpen && episode.grade > .warning
        default: false
        }
    }
}
