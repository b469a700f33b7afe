"""Writes similarity.json: distances of a query to all stretches of a record, by plain NumPy.

Where no noise is told and the level is left out, they are those of stumpy.mass, divided by the root
of the length (checked here if stumpy is installed: pip install stumpy)."""

import json
import pathlib

import numpy as np

LEVEL, SHAPE = "level", "shape"


def filled(column, usual):
    """Gaps bridged by straight lines, ends held, less the usual value."""
    known = np.flatnonzero(~np.isnan(column))
    return np.interp(np.arange(len(column)), known, column[known]) - usual


def known(column, start, length):
    return 5 * np.isnan(column[start:start + length]).sum() <= length


def one(query, window, noise, measure):
    """The distance of two stretches of one reading."""
    (a, b) = (query.std(), window.std())
    flat = (a <= 1.5 * noise, b <= 1.5 * noise)
    if flat[0] or flat[1]:
        squares = 0.0 if flat[0] == flat[1] else 1.0
    else:
        squares = np.mean(((query - query.mean()) / a - (window - window.mean()) / b) ** 2)
    if measure == LEVEL:
        apart = (query.mean() - window.mean()) ** 2 + (a - b) ** 2
        squares += apart / (a ** 2 + query.mean() ** 2 + noise ** 2)
    return np.sqrt(squares)


def distances(columns, start, length, noise, measure):
    """By the first step of each stretch; None where too little is known."""
    usual = [np.nanmedian(c) for c in columns]
    series = [filled(c, u) for c, u in zip(columns, usual)]
    used = [k for k, c in enumerate(columns) if known(c, start, length)]
    result = []
    for place in range(len(columns[0]) - length + 1):
        found = [
            one(series[k][start:start + length], series[k][place:place + length], noise[k], measure)
            for k in used if known(columns[k], place, length)
        ]
        result.append(round(float(np.mean(found)), 9) if 2 * len(found) >= len(used) else None)
    return result


def records(rng):
    t = np.arange(160)
    wave = 50 + 4 * np.sin(t / 6) + rng.normal(0, 0.5, len(t))
    walk = 1_000 + np.cumsum(rng.normal(0, 2, len(t)))
    step = np.where((t > 40) & (t < 60) | (t > 110) & (t < 128), 9.0, 0) + rng.normal(0, 0.3, len(t))
    constant = np.full(len(t), 7.25)
    constant[90:96] = [8, 9, 9, 9, 8, 8]
    gaps = wave.copy()
    gaps[[5, 6, 22, 70, 71, 72, 73, 74, 75, 130, 131]] = np.nan
    mostly = np.full(len(t), np.nan)
    mostly[30:80] = step[30:80]
    return [
        ("one reading, no noise", [wave], 30, 20, [1e-9]),
        ("a walk far from zero", [walk], 100, 32, [2.0]),
        ("a step and a wave", [step, wave], 36, 24, [0.3, 0.5]),
        ("a constant with one course", [constant], 86, 12, [1e-5]),
        ("a constant stretch", [constant, step], 10, 16, [1e-5, 0.3]),
        ("gaps", [gaps, step], 30, 15, [0.5, 0.3]),
        ("a reading that is often missing", [mostly, wave], 40, 10, [0.3, 0.5]),
    ]


def check(column, start, length, found):
    try:
        import stumpy
    except ImportError:
        return
    profile = stumpy.mass(column[start:start + length], column) / np.sqrt(length)
    # In floating point the distance of a stretch to itself is small, but not 0.
    assert np.allclose(profile, found, atol=1e-5), np.abs(profile - found).max()


def main():
    cases = []
    for name, columns, start, length, noise in records(np.random.default_rng(5)):
        columns = [np.round(c, 3) for c in columns]
        case = {
            "name": name, "start": start, "length": length, "noise": noise,
            "columns": [[None if np.isnan(v) else float(v) for v in c] for c in columns],
        }
        for measure in (LEVEL, SHAPE):
            case[measure] = distances(columns, start, length, noise, measure)
        if name == "one reading, no noise":
            check(columns[0], start, length, np.array(case[SHAPE]))
        cases.append(case)
    path = pathlib.Path(__file__).with_name("similarity.json")
    path.write_text(json.dumps({"cases": cases}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
