import Foundation

/// A browser that is driven by the WebDriver protocol (W3C WebDriver 2), without a window.
struct Browser: Sendable {
    private var session: String
    private let driver: DriverConnection

    /// The driver refused a command, or a page did not come to be as expected in time.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Opens a session at a driver that listens on the port.
    init(driver port: UInt16, binary: String) async throws {
        var arguments: [JSON] = [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,900",
        ]
        // The browser's own walls cannot be built by the superuser, as whom containers run.
        if getuid() == 0 { arguments.append("--no-sandbox") }
        let wanted: JSON = [
            "browserName": "chrome",
            "timeouts": ["script": 120_000],
            "goog:loggingPrefs": ["browser": "ALL"],
            "goog:chromeOptions": ["binary": .text(binary), "args": .list(arguments)],
        ]
        driver = DriverConnection(port: port)
        session = "/session"
        let answer = try await send(
            "POST", session, ["capabilities": ["alwaysMatch": wanted]])
        guard let name = answer["sessionId"].text else {
            throw Failure(description: "no session: \(answer)")
        }
        session += "/" + name
    }

    func close() async throws { _ = try await send("DELETE", session, nil) }

    // MARK: - Commands

    func open(_ address: String) async throws { try await command("url", ["url": .text(address)]) }

    func back() async throws { try await command("back") }

    /// What the script returns; its arguments are `arguments`.
    @discardableResult
    func script(_ text: String, _ arguments: JSON...) async throws -> JSON {
        try await command("execute/sync", ["script": .text(text), "args": .list(arguments)])
    }

    /// What the script gives to its last argument, a function.
    func scriptLater(_ text: String) async throws -> JSON {
        try await command("execute/async", ["script": .text(text), "args": []])
    }

    /// Clicks the first element that the XPath or CSS selector finds.
    func click(_ selector: String) async throws {
        try await command("element/\(find(selector))/click")
    }

    /// Types into an element; into a file input, paths of files with line feeds between.
    func type(_ text: String, into selector: String) async throws {
        try await command("element/\(find(selector))/value", ["text": .text(text)])
    }

    /// Presses keys one after the other, wherever the focus is.
    func press(_ keys: String...) async throws {
        let strokes = keys.flatMap { key -> [JSON] in
            [
                ["type": "keyDown", "value": .text(key)], ["type": "keyUp", "value": .text(key)],
            ]
        }
        try await command(
            "actions",
            ["actions": [["type": "key", "id": "keyboard", "actions": .list(strokes)]]])
    }

    /// Presses keys while another one is held.
    func press(_ keys: String..., with held: String) async throws {
        var strokes: [JSON] = [["type": "keyDown", "value": .text(held)]]
        strokes += keys.flatMap { key -> [JSON] in
            [
                ["type": "keyDown", "value": .text(key)], ["type": "keyUp", "value": .text(key)],
            ]
        }
        strokes.append(["type": "keyUp", "value": .text(held)])
        try await command(
            "actions",
            ["actions": [["type": "key", "id": "keyboard", "actions": .list(strokes)]]])
    }

    /// Moves the pointer over pixels of the window; with its button down from the first on.
    func drag(_ places: [(x: Double, y: Double)], holds: Bool = false) async throws {
        var strokes: [JSON] = []
        for (index, place) in places.enumerated() {
            strokes.append([
                "type": "pointerMove", "duration": 60, "origin": "viewport",
                "x": .number(place.x.rounded()), "y": .number(place.y.rounded()),
            ])
            if holds, index == 0 { strokes.append(["type": "pointerDown", "button": 0]) }
        }
        if holds { strokes.append(["type": "pointerUp", "button": 0]) }
        try await command(
            "actions",
            ["actions": [["type": "pointer", "id": "mouse", "actions": .list(strokes)]]])
    }

    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let shift = "\u{E008}"
    static let escape = "\u{E00C}"
    static let end = "\u{E010}"
    static let left = "\u{E012}"

    /// The page as it is printed.
    func pdf() async throws -> Data {
        let text = try await command("print", ["background": true]).text ?? ""
        return Data(base64Encoded: text) ?? Data()
    }

    /// The size of the page itself: windows are never narrower than 500 px.
    func resize(width: Int, height: Int) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(width)), "height": .number(Double(height)),
                "deviceScaleFactor": 1, "mobile": false,
            ])
    }

    /// A command of the browser's own protocol.
    func devTools(_ name: String, _ parameters: JSON) async throws {
        try await command("goog/cdp/execute", ["cmd": .text(name), "params": parameters])
    }

    /// What the console says that it should not. That an address answered with 422 is no fault of
    /// a page: it is how uploads are refused.
    func complaints() async throws -> [String] {
        try await command("se/log", ["type": "browser"]).list
            .filter { $0["level"] == "SEVERE" || $0["level"] == "WARNING" }
            .compactMap { $0["message"].text }
            .filter { !$0.contains("status of 422") }
    }

    /// Returns when the script returns true; asks again for some seconds, also where it fails:
    /// the page may be on its way.
    func wait(for text: String, seconds: Int = 20) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while await (try? script(text))?.isTrue != true {
            guard ContinuousClock.now < end else {
                let page = try await script("return document.body.innerText.slice(0, 400)")
                throw Failure(description: "\(text) did not come true; the page says: \(page)")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    // MARK: - The protocol

    private func find(_ selector: String) async throws -> String {
        let kind: JSON = selector.hasPrefix("//") ? "xpath" : "css selector"
        let found = try await command("element", ["using": kind, "value": .text(selector)])
        // The name that the standard gives to references to elements.
        guard let name = found["element-6066-11e4-a52e-4f735466cecf"].text else {
            throw Failure(description: "no reference to \(selector): \(found)")
        }
        return name
    }

    @discardableResult
    private func command(_ name: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await send("POST", session + "/" + name, parameters)
    }

    private func send(_ method: String, _ path: String, _ body: JSON?) async throws -> JSON {
        let content = try body.map { try JSONEncoder().encode($0) } ?? Data()
        let data = try driver.send(method, path, content)
        let value = try JSONDecoder().decode(JSON.self, from: data)["value"]
        if let error = value["error"].text {
            throw Failure(description: "\(error): \(value["message"].text ?? "")")
        }
        return value
    }
}
