/// `perfmon password NAME`: reads a password and prints the line for the password file.
struct PasswordCommand {
    let name: String

    func run() -> Int32 {
        print(
            "Password for \(name) (one line, at least 10 characters): ", to: &Output.standardError)
        guard let password = readLine(strippingNewline: true), password.count >= 10 else {
            print(
                "password: expected one line of at least 10 characters on standard input.",
                to: &Output.standardError)
            return 1
        }
        print(PasswordFile.entry(name: name, password: password).line)
        return 0
    }
}
