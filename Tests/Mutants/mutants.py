"""Changes single operators of the sources and counts the changes that no test notices.

    python3 Tests/Mutants/mutants.py --work FOLDER [--count 40] [--seed 1] [--targets Pipeline,...]

All mutants are compiled at once: each chosen operator is replaced by one of its own that acts as
the original unless the environment names it (MUTANT=17). So one build serves all of them, and the
tests of a mutant's target run once per mutant. A mutant that makes tests hang counts as noticed.
FOLDER takes a copy of the sources and the build; it can be kept to try other seeds.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TARGETS = ["Pipeline", "Learning", "Store", "Analysis", "Telemetry", "Models", "Reports"]
# Tests that see a target at work, beside its own.
BESIDE = {"Reports": "Pipeline", "Store": "App"}

# Operator, what it becomes, its precedence and the constraint on its operands.
SWAPS = {
    "<": ("<=", "ComparisonPrecedence", "Comparable"),
    "<=": ("<", "ComparisonPrecedence", "Comparable"),
    ">": (">=", "ComparisonPrecedence", "Comparable"),
    ">=": (">", "ComparisonPrecedence", "Comparable"),
    "==": ("!=", "ComparisonPrecedence", "Equatable"),
    "!=": ("==", "ComparisonPrecedence", "Equatable"),
    "+": ("-", "AdditionPrecedence", "AdditiveArithmetic"),
    "-": ("+", "AdditionPrecedence", "AdditiveArithmetic"),
    "&&": ("||", "LogicalConjunctionPrecedence", None),
    "||": ("&&", "LogicalDisjunctionPrecedence", None),
}
DIGITS = "∘∙⊕⊖⊗⊘⊙⊚"


def symbol(number):
    """An operator's name that no other mutant has."""
    return "⨁" + "".join(DIGITS[int(digit)] for digit in f"{number:03o}")


def code(line):
    """The line with strings and comments blanked, columns unchanged."""
    line = re.sub(r'"(?:\\.|[^"\\])*"', lambda m: '"' + " " * (len(m.group()) - 2) + '"', line)
    return re.sub(r"//.*", lambda m: " " * len(m.group()), line)


def places(targets):
    """All operators that can be swapped: file, line, column, operator."""
    found = []
    pattern = re.compile(r"(?<= )(<=|>=|==|!=|&&|\|\||<|>|\+|-)(?= )")
    for target in targets:
        for folder, _, names in sorted(os.walk(os.path.join(ROOT, "Sources", target))):
            for name in sorted(n for n in names if n.endswith(".swift")):
                path = os.path.relpath(os.path.join(folder, name), ROOT)
                multiline = False
                for number, text in enumerate(open(os.path.join(ROOT, path), encoding="utf-8")):
                    if text.count('"""') % 2:
                        multiline = not multiline
                        continue
                    bare = code(text)
                    if multiline or re.search(r"\bnil\b|\bextension\b|operator|precondition|\bstatic func\b|#if", bare):
                        continue
                    for match in pattern.finditer(bare):
                        if match.group() in "+-" and '"' in bare:
                            continue
                        found.append((path, number, match.start(), match.group()))
    return found


def declarations(mutants):
    lines = [
        "import Foundation\n",
        "/// Which mutant runs.",
        "public enum Mutant {",
        '    public static let active = Int(ProcessInfo.processInfo.environment["MUTANT"] ?? "") ?? -1',
        "}\n",
    ]
    for number, (_, _, _, operator) in mutants.items():
        other, precedence, constraint = SWAPS[operator]
        name = symbol(number)
        lines.append(f"infix operator {name}: {precedence}")
        if constraint is None:
            lines.append(
                f"public func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool {{\n"
                f"    Mutant.active == {number} ? try a {other} b() : try a {operator} b()\n}}"
            )
        else:
            result = "T" if constraint == "AdditiveArithmetic" else "Bool"
            lines.append(
                f"public func {name} <T: {constraint}>(a: T, b: T) -> {result} {{\n"
                f"    Mutant.active == {number} ? a {other} b : a {operator} b\n}}"
            )
    return "\n".join(lines) + "\n"


def write(work, mutants):
    """Writes the sources with all mutants in place."""
    shutil.rmtree(os.path.join(work, "Sources"), ignore_errors=True)
    shutil.copytree(os.path.join(ROOT, "Sources"), os.path.join(work, "Sources"))
    for path in {place[0] for place in mutants.values()}:
        lines = open(os.path.join(ROOT, path), encoding="utf-8").read().split("\n")
        own = [(p[1], p[2], p[3], n) for n, p in mutants.items() if p[0] == path]
        for line, column, operator, number in sorted(own, reverse=True):
            text = lines[line]
            lines[line] = text[:column] + symbol(number) + text[column + len(operator):]
        text = "\n".join(lines)
        if not re.search(r"^(\w+ )?import Values$", text, re.M):
            text = "import Values\n" + text
        with open(os.path.join(work, path), "w", encoding="utf-8") as file:
            file.write(text)
    with open(os.path.join(work, "Sources/Values/Mutant.swift"), "w", encoding="utf-8") as file:
        file.write(declarations(mutants))


def build(work):
    """The files with errors; none where the build went through."""
    run = subprocess.run(
        ["swift", "build", "--build-tests", "--scratch-path", ".build-mutants", "-Xswiftc", "-O"],
        cwd=work, capture_output=True, text=True)
    text = run.stdout + run.stderr
    broken = {os.path.relpath(m, work) for m in re.findall(r"^(/\S+\.swift):\d+:\d+: error", text, re.M)}
    if run.returncode and not broken:
        sys.exit(text[-3000:])
    return broken


def is_killed(work, number, target, limit):
    tests = "|".join(f"{name}Tests" for name in {target, BESIDE.get(target, target)})
    bundle = ".build-mutants/debug/PerformanceMonitoringPackageTests.xctest"
    command = [bundle, "--testing-library", "swift-testing", "--no-parallel", "--filter", f"^({tests})\\."]
    environment = dict(os.environ, MUTANT=str(number))
    try:
        run = subprocess.run(command, cwd=work, env=environment, timeout=limit, capture_output=True)
    except subprocess.TimeoutExpired:
        return True
    return run.returncode != 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", required=True, help="folder for the copy and the build")
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--targets", default=",".join(TARGETS))
    parser.add_argument("--limit", type=int, default=600, help="seconds for the tests of a mutant")
    options = parser.parse_args()
    work = os.path.abspath(options.work)
    os.makedirs(work, exist_ok=True)
    for name in ["Package.swift", "Tests", "Resources", "data"]:
        source, copy = os.path.join(ROOT, name), os.path.join(work, name)
        if os.path.isdir(source):
            shutil.copytree(source, copy, dirs_exist_ok=True)
        else:
            shutil.copy2(source, copy)
    candidates = places(options.targets.split(","))
    random.Random(options.seed).shuffle(candidates)
    mutants = dict(enumerate(candidates[: options.count]))
    spare = candidates[options.count:]
    while True:
        write(work, mutants)
        broken = build(work)
        if not broken:
            break
        # Operators of other types than the replacement has: others take their place.
        bad = [n for n, place in mutants.items() if place[0] in broken]
        if not bad:
            sys.exit("does not build: " + ", ".join(sorted(broken)))
        for number in bad:
            mutants[number] = spare.pop()
    for target in sorted({place[0].split("/")[1] for place in mutants.values()}):
        if is_killed(work, -1, target, 10 * options.limit):
            sys.exit(f"the tests of {target} fail without any mutant")
    survivors = 0
    for number, (path, line, _, operator) in sorted(mutants.items()):
        killed = is_killed(work, number, path.split("/")[1], options.limit)
        survivors += not killed
        text = open(os.path.join(ROOT, path), encoding="utf-8").read().split("\n")[line].strip()
        print("killed  " if killed else "SURVIVED", f"{path}:{line + 1}", operator, "->", SWAPS[operator][0],
              "|", text, flush=True)
    print(f"{survivors} of {len(mutants)} mutants survived")


main()
