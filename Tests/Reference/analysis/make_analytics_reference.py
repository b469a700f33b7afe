"""Writes analytics.json: known answers for the analytics tests.

Needs numpy, scipy and statsmodels (made with scipy 1.17, statsmodels 0.15). Run beside the file.
"""

import json
import os

import numpy as np
from scipy import special, stats
from statsmodels.stats.multitest import multipletests

rng = np.random.default_rng(20240501)
out = {}

out["normalQuantile"] = [[p, float(stats.norm.ppf(p))] for p in
                         (1e-300, 1e-12, 1e-4, 0.025, 0.3, 0.5, 0.9, 0.999, 1 - 1e-9)]
out["normalCDF"] = [[x, float(stats.norm.cdf(x))] for x in (-30.0, -6.0, -1.0, 0.0, 0.5, 3.0, 8.0)]
out["logGamma"] = [[x, float(special.gammaln(x))] for x in (1e-8, 0.1, 0.5, 1.5, 3.0, 11.9, 80.0, 1e6)]
out["gammaP"] = [[a, x, float(special.gammainc(a, x))] for a, x in
                 ((0.5, 0.1), (0.5, 9.0), (3.0, 2.0), (100.0, 90.0), (1e5, 100300.0), (2.0, 40.0))]
out["chiSquareQuantile"] = [[p, d, float(stats.chi2.ppf(p, d))] for p, d in
                            ((0.05, 1.0), (0.95, 1.0), (0.025, 8.0), (0.975, 10.0), (0.05, 1522.0), (0.999, 3.0))]
out["betaI"] = [[x, a, b, float(special.betainc(a, b, x))] for x, a, b in
                ((0.2, 0.5, 0.5), (0.7, 3.0, 9.0), (0.5, 400.0, 380.0), (0.01, 2.0, 5000.0))]
out["binomialTest"] = [[k, n, p, float(stats.binomtest(k, n, p).pvalue)] for k, n, p in
                       ((3, 10, 0.5), (0, 20, 0.1), (11, 12, 0.3), (298, 574, 0.5), (54, 109, 0.5), (700, 761, 0.027))]
out["clopperPearson"] = []
for k, n in ((0, 12), (7, 7), (68, 137), (1, 300)):
    ci = stats.binomtest(k, n).proportion_ci(0.95, "exact")
    out["clopperPearson"].append([k, n, float(ci.low), float(ci.high)])

pv = [0.001, 0.9, 0.04, 0.03, 0.2, 0.04, 0.6, 0.0004]
out["benjaminiHochberg"] = {"p": pv, "q": multipletests(pv, method="fdr_bh")[1].tolist()}


def mann_kendall(x):
    n = len(x)
    s = sum(np.sign(x[j] - x[i]) for i in range(n) for j in range(i + 1, n))
    _, counts = np.unique(x, return_counts=True)
    var = (n * (n - 1) * (2 * n + 5) - sum(c * (c - 1) * (2 * c + 5) for c in counts)) / 18
    z = (s - np.sign(s)) / np.sqrt(var) if s else 0.0
    return float(s), float(z), float(2 * stats.norm.sf(abs(z)))


def hamed_rao_factor(x, t, slope):
    n = len(x)
    r = stats.rankdata(x - slope * t)
    d = r - r.mean()
    acf = [float(np.sum(d[: n - k] * d[k:]) / np.sum(d * d)) for k in range(n - 2)]
    total = sum((n - k) * (n - k - 1) * (n - k - 2) * acf[k]
                for k in range(1, n - 2) if abs(acf[k]) > 1.959964 / np.sqrt(n))
    return max(1.0, 1 + 2 * total / (n * (n - 1) * (n - 2)))


out["trend"] = []
noise = rng.normal(size=60)
ar = np.zeros(60)
for i in range(1, 60):
    ar[i] = 0.7 * ar[i - 1] + rng.normal()
for x in (np.round(0.03 * np.arange(60) + noise, 1), np.round(noise), ar, np.array([5.0, 4.0, 6.0, 7.0, 7.0])):
    t = np.arange(len(x), dtype=float)
    s, z, p = mann_kendall(x)
    sen = stats.theilslopes(x, t, 0.95)
    out["trend"].append({
        "values": x.tolist(), "s": s, "z": z, "p": p, "tau": float(stats.kendalltau(t, x).statistic),
        "slope": float(sen.slope), "intercept": float(sen.intercept),
        "low": float(sen.low_slope), "high": float(sen.high_slope),
        "factor": hamed_rao_factor(x, t, sen.slope) if len(x) >= 20 else 1.0})

out["poissonRate"] = []
for r, t in ((0, 100.0), (1, 50.0), (761, 36500.0)):
    lo = float(stats.chi2.ppf(0.05, 2 * r) / 2 / t) if r else 0.0
    out["poissonRate"].append([r, t, lo, float(stats.chi2.ppf(0.95, 2 * r + 2) / 2 / t)])

out["rateTest"] = []
for a, ta, b, tb in ((276, 28.0, 298, 28.0), (3, 100.0, 9, 50.0), (0, 10.0, 4, 10.0)):
    out["rateTest"].append([a, ta, b, tb, float(stats.binomtest(b, a + b, tb / (ta + tb)).pvalue)])

rng.normal(size=192)  # drawn once for a case that is gone; the numbers below depend on it
y = rng.normal(size=80)
d = y - y.mean()
out["autocorrelation"] = {"values": y.tolist(), "acf": [
    float(np.sum(d[: 80 - k] * d[k:]) / np.sum(d ** 2)) for k in range(6)]}


def optimal(x, cost, penalty, shortest):
    """Exact segmentation by trying everything (quadratic)."""
    n = len(x)
    best, prev = [-penalty] + [np.inf] * n, [0] * (n + 1)
    for e in range(shortest, n + 1):
        for s in range(0, e - shortest + 1):
            v = best[s] + cost(x[s:e]) + penalty
            if v < best[e]:
                best[e], prev[e] = v, s
    cuts, e = [], n
    while prev[e] > 0:
        e = prev[e]
        cuts.append(e)
    return cuts[::-1]


def poisson_cost(part):
    s = part.sum()
    return -2 * s * np.log(s / len(part)) if s > 0 else 0.0


c = np.concatenate([rng.poisson(8, 30), rng.poisson(3, 40), rng.poisson(7, 25)]).astype(float)
diff = [(a - b) ** 2 / (a + b) for a, b in zip(c, c[1:]) if a + b > 0]
phi = max(1.0, float(np.mean(diff)))
out["changesPoisson"] = {"values": c.tolist(), "dispersion": phi, "cuts": [
    int(k) for k in optimal(c, lambda p: poisson_cost(p) / phi, 3 * np.log(len(c)), 3)]}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "analytics.json"), "w") as f:
    json.dump(out, f, indent=None, separators=(",", ":"))
    f.write("\n")
