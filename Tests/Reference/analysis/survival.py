"""Writes survival.json: lives with the curves and fits of lifelines 0.30 (pip install lifelines)."""

import json
import pathlib
import warnings

import lifelines
import numpy as np

warnings.filterwarnings("ignore")


def curve(entry, exit_, failed):
    """The Kaplan-Meier curve at the ages of failure, with exponential Greenwood limits."""
    fitter = lifelines.KaplanMeierFitter().fit(exit_, failed, entry=entry)
    table = fitter.event_table
    ages = [age for age in table.index if table.observed[age] > 0]
    limits = fitter.confidence_interval_survival_function_
    return {
        "age": ages,
        "atRisk": [int(table.at_risk[age]) for age in ages],
        "survival": [float(fitter.survival_function_.loc[age].iloc[0]) for age in ages],
        "low": [float(limits.iloc[:, 0].loc[age]) for age in ages],
        "high": [float(limits.iloc[:, 1].loc[age]) for age in ages],
    }


def weibull(entry, exit_, failed):
    """Shape and scale with the standard errors of their logarithms, and a conditional probability
    with the standard error of ln(-ln(1 - p)), by numerical derivatives."""
    fitter = lifelines.WeibullFitter().fit(exit_, failed, entry=entry)
    theta = np.log([fitter.lambda_, fitter.rho_])
    scale = np.diag(1 / np.array([fitter.lambda_, fitter.rho_]))
    covariance = scale @ np.asarray(fitter.variance_matrix_) @ scale
    age, span = float(np.median(exit_)), float(np.median(exit_)) / 3

    def hazard(t):
        (log_life, log_shape) = t
        return np.log(
            ((age + span) / np.exp(log_life)) ** np.exp(log_shape)
            - (age / np.exp(log_life)) ** np.exp(log_shape))

    slope = np.array([(hazard(theta + d) - hazard(theta - d)) / 2e-5 for d in np.eye(2) * 1e-5])
    return {
        "shape": float(fitter.rho_), "scale": float(fitter.lambda_),
        "shapeError": float(covariance[1, 1] ** 0.5),
        "scaleError": float(covariance[0, 0] ** 0.5),
        "logLikelihood": float(fitter.log_likelihood_),
        "age": age, "span": span,
        "probability": float(1 - np.exp(-np.exp(hazard(theta)))),
        "probabilityError": float((slope @ covariance @ slope) ** 0.5),
    }


def case(name, entry, exit_, failed):
    entry, exit_, failed = map(np.asarray, (entry, exit_, failed))
    return {
        "name": name, "entry": [float(x) for x in entry], "exit": [float(x) for x in exit_],
        "failed": [bool(x) for x in failed], "curve": curve(entry, exit_, failed),
        "weibull": weibull(entry, exit_, failed),
    }


def drawn(rng, count, shape, scale, censored_at, latest_entry=0.0):
    """Lives that are cut off at an age, and entered late by those that live so long."""
    lives = scale * rng.weibull(shape, count)
    entry = rng.uniform(0, latest_entry, count) if latest_entry else np.zeros(count)
    kept = lives > entry
    # Half a step off: who enters at the very age of a failure is counted differently by programs.
    lives, entry = np.round(lives[kept], 3), np.round(entry[kept], 3)
    entry = np.where(entry > 0, entry + 0.0005, 0)
    end = np.round(entry + rng.uniform(0.2, 1, len(lives)) * censored_at, 3)
    exit_ = np.minimum(lives, end)
    kept = exit_ > entry
    return entry[kept], exit_[kept], (lives <= end)[kept]


def main():
    rng = np.random.default_rng(7)
    whole = np.round(50 * rng.weibull(2, 40), 3)
    tied = rng.integers(1, 12, 60).astype(float)
    # Remission under 6-MP (Freireich 1963; Kaplan-Meier's textbook example).
    weeks = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
    ended = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
    cases = [
        case("textbook", np.zeros(21), weeks, ended),
        case("no censoring", np.zeros(40), whole, np.ones(40)),
        case("ties", np.zeros(60), tied, rng.random(60) < 0.7),
        case("heavy censoring", *drawn(rng, 150, 1.4, 400, 60)),
        case("late entry", *drawn(rng, 160, 2.5, 90, 70, 80)),
        case("early failures", *drawn(rng, 120, 0.6, 30, 60, 5)),
        case("large unit", *[np.asarray(x) * (86_400 if i < 2 else 1) for i, x in
                             enumerate(drawn(rng, 80, 3, 63, 80, 20))]),
    ]
    path = pathlib.Path(__file__).with_name("survival.json")
    path.write_text(json.dumps({"cases": cases}, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
