"""Writes episodes.json: a second implementation of SignalJudge (NumPy) on one made series.

    python3 episodes.py > episodes.json
"""
import json

import numpy as np

REFERENCES, PIECES, KNOTS, LAGS, FIT_ROWS, SMOOTHING, SHAPE_RANK = 256, 16, 5, 20, 4000, 24, 10


def places(total, count):
    if total <= count:
        return np.arange(total)
    i = np.arange(count)
    return np.minimum(total - 1, ((i + (i * (np.sqrt(5) - 1) / 2) % 1) * total / count).astype(int))


def period(x):
    d = x[:20000] - x[:20000].mean()
    c = np.array([(d[: len(d) - k] * d[k:]).sum() for k in range(401)])
    peaks = [k for k in range(4, 400) if c[k] > c[k - 1] and c[k] > c[k + 1]]
    best = max(peaks, key=lambda k: c[k], default=125)
    return best if 6 <= best <= 303 else 125


def standard(x):
    low, middle, high = np.quantile(x, [0.25, 0.5, 0.75])
    scale = (high - low) / 1.349
    return (x - middle) / (scale if scale > 0.1 * x.std() else x.std())


def windows(x, width):
    starts = np.arange(0, len(x) - width + 1, max(1, width // PIECES))
    if starts[-1] != len(x) - width:
        starts = np.append(starts, len(x) - width)
    count = min(width, PIECES)
    edges = np.arange(count + 1) * width // count
    sums = np.concatenate([[0], np.cumsum(x)])
    parts = sums[starts[:, None] + edges[1:]] - sums[starts[:, None] + edges[:-1]]
    return parts / np.diff(edges) * np.sqrt(width / count), starts


def shapes(w):
    deviation = w.std(1, keepdims=True)
    least = 0.05 * np.median(deviation) + 1e-9
    return (w - w.mean(1, keepdims=True)) / np.maximum(deviation, least)


def rarity(w, starts, width, rank, rows):
    chosen = places(len(w), REFERENCES)
    distance = ((w[:, None] - w[chosen][None]) ** 2).sum(2)
    distance[np.abs(starts[:, None] - starts[chosen][None]) < width] = np.inf
    found = np.sqrt(np.sort(distance, 1)[:, rank - 1])
    sums, counts = np.zeros(rows), np.zeros(rows)
    for start, value in zip(starts, found):
        sums[start:start + width] += value
        counts[start:start + width] += 1
    return sums / np.maximum(1, counts)


def residuals(x):
    levels = np.unique(np.quantile(x, (np.arange(KNOTS) + 0.5) / KNOTS))
    slope = (len(levels) - 1) / (levels[-1] - levels[0])
    basis = np.stack([x] + [np.tanh((x - v) * slope) for v in levels], 1)
    basis = (basis - basis.mean(0)) / (basis.std(0) + 1e-9)
    inputs = lambda rows: np.concatenate([basis[rows - k] for k in range(1, LAGS + 1)], 1)
    rows = LAGS + places(len(x) - LAGS, FIT_ROWS)
    a, y, weights = inputs(rows), x[rows], np.ones(len(rows))
    for _ in range(2):
        mean = (weights * y).sum() / weights.sum()
        gram = (a * weights[:, None]).T @ a + 1e-6 * len(rows) * np.eye(a.shape[1])
        coefficients = np.linalg.solve(gram, a.T @ (weights * (y - mean)))
        missed = y - mean - a @ coefficients
        scale = np.median(np.abs(missed)) * 1.482602218505602 + 1e-12
        weights = 1 / np.maximum(1, (missed / (3 * scale)) ** 2)
    every = np.arange(LAGS, len(x))
    size = np.abs(x[every] - mean - inputs(every) @ coefficients)
    return np.concatenate([np.full(LAGS, np.median(size)), size])


def centred(x, width):
    sums = np.concatenate([[0], np.cumsum(x)])
    first = np.maximum(0, np.arange(len(x)) - width // 2)
    end = np.minimum(len(x), np.arange(len(x)) - width // 2 + width)
    return (sums[end] - sums[first]) / (end - first)


def scaled(s):
    middle, high = np.quantile(s, [0.5, 0.9])
    return np.maximum(0, (s - middle) / (high - middle + 1e-9 * abs(middle) + 1e-12))


def score(raw):
    x, rows = standard(raw), len(raw)
    width = min(max(period(raw), 16), rows // 4)
    w, starts = windows(x, width)
    parts = [rarity(w, starts, width, 1, rows), rarity(shapes(w), starts, width, SHAPE_RANK, rows),
             centred(residuals(x), SMOOTHING)]
    return np.sqrt(np.mean([scaled(p) ** 2 for p in parts], 0)), width


def made():
    random = np.random.default_rng(7)
    t = np.arange(1600)
    x = np.sin(2 * np.pi * t / 40) + 0.5 * np.sin(4 * np.pi * t / 40 + 1) + 0.05 * random.normal(size=1600)
    x[1000:1040] = -x[1000:1040]
    return np.round(x, 4)


values = made()
result, width = score(values)
print(json.dumps({"values": values.tolist(), "width": width, "score": np.round(result, 5).tolist()}))
