#!/usr/bin/env python3
"""Writes causes.json: the evidence of CauseEvidence for a small plant, by numpy and scipy alone.

Five signals of a made plant over 900 rows (supply, flow, the output of the flow's controller, current,
temperature); from row 790 on the flow's reading is 1.4 too high. Needs numpy and scipy.
"""
import json
import os
import numpy as np
from scipy.signal import lfilter

FILTERS = [(1, 1), (1, 4), (8, 4), (1, 16), (1, 64)]
WIDTHS = (1, 2, 4, 8, 16)
COUNT = len(FILTERS)


def plant(n=900, fault=790, seed=41):
    r = np.random.default_rng(seed)

    def wandering(sd, rows):
        a = np.exp(-1 / rows)
        return lfilter([1], [1, -a], r.normal(0, sd * np.sqrt(1 - a * a), n))

    supply, other, noise = wandering(.5, 60), wandering(.2, 90), r.normal(0, .1, (n, 5))
    flow = temperature = integral = out = 0.0
    x = np.zeros((n, 5))
    for t in range(n):
        flow += .25 * (out + .5 * supply[t] + other[t] - flow)
        temperature += .08 * (.9 * flow - temperature)
        seen = flow + noise[t, 1] + (1.4 if t >= fault else 0)
        integral -= seen / 8
        out = .5 * (integral - seen)
        x[t] = supply[t], seen, out, .8 * out + .4 * flow, temperature
        x[t, [0, 3, 4]] += noise[t, [0, 3, 4]]
    x = np.round(x, 3)
    x[100:103, 3] = x[500, 0] = np.nan
    return x


def spread(x):
    middle = np.median(x, axis=0)
    mad = 1.4826022185056018 * np.median(np.abs(x - middle), axis=0)
    return middle, np.maximum(np.maximum(mad, .3 * x.std(axis=0)), 1e-9)


def filled(x):
    known = np.maximum.accumulate(np.where(np.isnan(x), 0, np.arange(len(x))[:, None]), axis=0)
    return np.take_along_axis(x, known, axis=0)


def bank(x):
    lags = []
    for delay, constant in FILTERS:
        rate = 1 - np.exp(-1 / constant) if constant > 1 else 1.0
        late = np.vstack([np.repeat(x[:1], delay, axis=0), x[:-delay]])
        lags.append(lfilter([rate], [1, rate - 1], late, axis=0, zi=late[:1] * (1 - rate))[0])
    return np.stack(lags, axis=2).reshape(len(x), -1)


class Regression:
    def __init__(self, z, y, columns):
        self.columns, self.middle, self.mean = columns, z[:, columns].mean(axis=0), y.mean()
        c = z[:, columns] - self.middle
        gram = c.T @ c / len(z) + 1e-3 * np.eye(len(columns))
        self.weights = np.linalg.solve(gram, c.T @ (y - self.mean) / len(z))

    def values(self, z):
        return self.mean + (z[:, self.columns] - self.middle) @ self.weights


def columns_of(sources):
    return np.concatenate([np.arange(s * COUNT, (s + 1) * COUNT) for s in sources])


class Relations:
    def __init__(self, x, end):
        self.x, self.z, self.end = x, bank(x), end
        half = end // 2
        self.stretches = [slice(32, half), slice(half, end), slice(32, end)]
        self.sources = [self.chosen(i) for i in range(x.shape[1])]

    def fit(self, i, sources, stretch):
        return Regression(self.z[stretch], self.x[stretch, i], columns_of(sources))

    def unseen(self, i, sources):
        one, two, _ = self.stretches
        total = 0
        for own, other in ((one, two), (two, one)):
            total += np.var(self.x[other, i] - self.fit(i, sources, own).values(self.z[other]))
        return total

    def chosen(self, i):
        sources, error = [i], self.unseen(i, [i])
        while len(sources) <= 5:
            rest = [j for j in range(self.x.shape[1]) if j not in sources]
            tried = [(self.unseen(i, sources + [j]), j) for j in rest]
            if not tried or min(tried)[0] >= error * (1 - .005):
                break
            error, best = min(tried)
            sources.append(best)
        return sources

    def innovations(self, i, absent=None):
        sources = [s for s in self.sources[i] if s != absent]
        one, two, whole = [self.fit(i, sources, s).values(self.z) for s in self.stretches]
        rows, half = np.arange(len(self.x)), self.end // 2
        told = np.where(rows < half, two, np.where(rows < self.end, one, whole))
        return self.x[:, i] - told

    def contribution(self, source, i):
        model = self.fit(i, self.sources[i], self.stretches[2])
        own = np.isin(model.columns, columns_of([source]))
        return self.z[:, model.columns[own]] @ model.weights[own]


class Blocks:
    def __init__(self, values, length, usual):
        first = len(values) % length
        self.means, self.usual = values[first:].reshape(-1, length).mean(axis=1), usual

    def distances(self, width):
        means = np.convolve(self.means, np.ones(width) / width, "valid")
        middle, scale = spread(means[self.usual[0]: self.usual[1] - width + 1])
        return np.clip((means - middle) / scale, -300, 300)

    def largest(self, first):
        widths = [w for w in WIDTHS if w <= len(self.means) - first]
        late = np.concatenate([self.distances(w)[first:] for w in widths])
        return np.abs(late).max()

    def last(self, width, first):
        return abs(self.distances(max(1, min(width, len(self.means) - first)))[-1])


def excess(distance):
    return np.log1p(distance ** 2 / 9)


def onset(blocks, usual):
    values = sum(np.minimum(8, excess(b.distances(2))) for b in blocks)[usual[0]:]
    n, total = len(values), np.concatenate([[0], np.cumsum(values)])
    splits = np.arange(int(n * .78), n - 1)
    steps = (total[n] - total[splits]) / (n - splits) - total[splits] / splits
    return usual[0] + int(splits[np.argmax(steps * (splits * (n - splits) / n) ** .35)])


def root_mean_square(x):
    return np.sqrt((x ** 2).mean(axis=0)) + 1e-9


def loops(x, usual, late):
    steps = np.vstack([np.zeros((1, x.shape[1])), np.diff(x, axis=0)])

    def covariance(rows):
        d = steps[rows] - np.median(steps[rows], axis=0)
        limit = 6 * root_mean_square(d)
        d = np.clip(d, -limit, limit)
        return d.T @ d / len(d)

    before, after = covariance(usual), covariance(late)
    correlation = np.abs(before / np.sqrt(np.outer(np.diag(before), np.diag(before)) + 1e-12))
    np.fill_diagonal(correlation, 0)
    partner, output = correlation.argmax(axis=1), np.zeros(len(before))
    change = np.zeros(len(before))
    for i, j in enumerate(partner):
        rest = steps[usual, i] - before[i, j] / before[j, j] * steps[usual, j]
        rest = np.clip(rest, *np.quantile(rest, [.01, .99]))
        output[i] = np.corrcoef(rest, x[usual, j])[0, 1] ** 2 * correlation[i, j] ** 2
        gains = [abs(c[i, j]) / max(c[j, j], 1e-12) + 1e-6 for c in (after, before)]
        change[i] = np.clip(np.log(gains[0] / gains[1]), -1.5, 1.5)
    controlled = np.zeros(len(before))
    np.maximum.at(controlled, partner, output)
    return output, controlled, correlation.max(axis=1) ** 4, np.maximum(change, 0) * output


def standstill(x, rows):
    longest = current = 0
    for same in (np.diff(x, prepend=np.nan) == 0)[rows]:
        current = current + 1 if same else 0
        longest = max(longest, current)
    return longest


def unheeded(relations, left, signal, usual, late):
    surest = 0.0
    for i, sources in enumerate(relations.sources):
        if i == signal or signal not in sources:
            continue
        added = relations.contribution(signal, i)[late]
        added = added - added.mean()
        rest = left[late, i] - left[late, i].mean()
        product, power = added @ rest, added @ added
        t = -product / (1e-9 + np.sqrt(power * left[usual, i].var()))
        surest = max(surest, t * np.clip(-product / (1e-9 + power), 0, 1))
    return np.log1p(surest)


def evidence(raw):
    n = len(raw)
    end, length = int(n * .65), max(1, n // 300)
    count, usual_blocks = n // length, (64 // length + 1, end // length)
    whole = filled(raw)
    middle, scale = spread(whole[:end])
    x = np.clip((whole - middle) / scale, -30, 30)
    relations = Relations(x, end)
    signals = range(x.shape[1])
    left = np.stack([relations.innovations(i) for i in signals], axis=1)

    def blocks(values):
        return Blocks(values, length, usual_blocks)

    moved, broke = [blocks(x[:, i]) for i in signals], [blocks(left[:, i]) for i in signals]
    block = onset(broke, usual_blocks)
    first, offset = max(block - 2, usual_blocks[1]), n - count * length
    late, usual = slice(offset + block * length, n), slice(64, end)
    output, controlled, follows, sharper = loops(x, usual, late)
    breaks = np.array([excess(b.largest(first)) for b in broke])
    table = []
    for i in signals:
        heals = breaks[i]
        for j, sources in enumerate(relations.sources):
            if j != i and i in sources:
                heals += breaks[j] - excess(blocks(relations.innovations(j, i)).largest(first))
        bends = [root_mean_square(np.diff(x[rows, i], n=2)) for rows in (late, usual)]
        rest = left[late, i] - left[late, i].mean()
        noisier = np.clip(np.log(root_mean_square(rest) / root_mean_square(left[usual, i])), -1, 2)
        jump = np.abs(left[offset + first * length:, i]).max() / np.abs(left[usual, i]).max()
        frozen = (1 + standstill(whole[:, i], late)) / (1 + standstill(whole[:, i], usual))
        shifts = [f for b in (moved[i], broke[i])
                  for f in (b.largest(first), b.last(4, first), b.last(32, first))]
        table.append([*np.log1p(shifts), 2 * np.tanh(heals / 4), np.clip(np.log(bends[0] / bends[1]), 0, 2),
                      noisier, np.clip(np.log(frozen), 0, 4), np.clip(np.log(jump), -1, 2),
                      output[i], controlled[i], follows[i], sharper[i], noisier * output[i],
                      unheeded(relations, left, i, usual, late)])
    return relations.sources, late.start, np.array(table)


def main():
    x = plant()
    sources, start, table = evidence(x)
    columns = [[None if np.isnan(v) else float(v) for v in column] for column in x.T]
    answer = {"columns": columns, "sources": [[int(s) for s in row] for row in sources],
              "onset": int(start), "evidence": np.round(table, 6).tolist()}
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "causes.json")
    with open(path, "w") as f:
        json.dump(answer, f, separators=(",", ":"))
        f.write("\n")


if __name__ == "__main__":
    main()
