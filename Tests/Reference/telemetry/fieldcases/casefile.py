"""What the scripts that write field cases share: a case is NAME.csv and NAME.json in the folder that the first argument
names; the JSON holds the keys of field_check.py, `topic` (the kind of the case; `kind` is taken by field_check.py for error,
failure, repair, other), `source` and `expected` (both for the eye).
"""
import datetime as dt, json, pathlib, sys

OUT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "out")
CASES = []                                               # (topic, name, source)
REFUSED = ["several tables", "tables", "sections", "record type", "several kinds"]
BAD = ["error", "failure"]
T, MIN, SEC = dt.datetime, dt.timedelta(minutes=1), dt.timedelta(seconds=1)

def case(topic, name, source, expected, lines, want, enc="utf-8", eol="\n", tail=b""):
    """Writes one case; `lines` are the finished lines, `want` the keys that are compared."""
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"{name}.csv").write_bytes((eol.join(lines) + eol).encode(enc) + tail)
    body = {"topic": topic, "source": source, "expected": expected, **want}
    (OUT / f"{name}.json").write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    CASES.append((topic, name, source))

def maker(topic): return lambda *a, **k: case(topic, *a, **k)

def joined(rows, sep=","):
    return [sep.join(str(c) for c in r) for r in rows]

def every(start, minutes, n):
    return [start + dt.timedelta(minutes=minutes * i) for i in range(n)]

def irregular(rng, start, hours, n, unit=SEC):
    """Instants in order, some `hours` apart, whole units."""
    out, t, units = [], start, 3600 if unit == SEC else 60
    for _ in range(n):
        out.append(t)
        t += unit * (round(units * hours * rng.uniform(0.1, 1.9)) + 1)
    return out

def walk(rng, level, step, n, digits=2):
    """Readings that wander about a level."""
    out, x = [], level
    for _ in range(n):
        x += 0.1 * (level - x) + rng.gauss(0, step)
        out.append(f"{x:.{digits}f}")
    return out

def walks(rng, n, *series):
    """Several walks beside each other: (level, step, digits) each; a list of rows."""
    return list(zip(*(walk(rng, l, s, n, d) for l, s, d in series)))

def span(times, column=None, offset="", **more):
    """The key `time`: first and last of the list, with the offset where the file names a zone."""
    key = {"column": column} if column else {}
    first, last = min(times), max(times)
    return {**key, "first": first.isoformat(timespec="seconds") + offset, "last": last.isoformat(timespec="seconds") + offset, **more}

def stamp(t): return t.strftime("%Y-%m-%d %H:%M:%S")
def dmy(t): return t.strftime("%d.%m.%Y %H:%M:%S")
def comma(text): return str(text).replace(".", ",")
def quoted(cells, sep=","): return sep.join(f'"{c}"' for c in cells)

def clock12(t, am="AM", pm="PM", width=1):
    """The twelve-hour clock; `width` 2 writes the hour with two digits."""
    return f"{t.hour % 12 or 12:0{width}d}:{t:%M:%S} {pm if t.hour >= 12 else am}"
